"""A folder for the path of Python processes that a process of a test starts: nobody hurries those either."""
