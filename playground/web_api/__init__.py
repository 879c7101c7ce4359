"""The Web API's methods, one module a family, registered in one table.

A method is a plain function from a :class:`~playground.web_api.call.Call` to the answer; it
refuses by raising :class:`~playground.errors.SlackError`. It knows nothing of HTTP.
"""
