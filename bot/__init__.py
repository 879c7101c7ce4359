"""The process: settings, wiring, the Bolt app, errors, clocks, scheduler, jobs, delivery, web endpoints and CLI.

The only room with an environment, threads, timers and network clients. `bot.wiring` is the only place that puts the
parts together; nothing here is made at import time.
"""
