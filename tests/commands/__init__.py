"""What people do, slice by slice."""
