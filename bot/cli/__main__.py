"""`python -m bot.cli`: the same as `lazo`."""

from bot.cli import main

if __name__ == "__main__":
    main()
