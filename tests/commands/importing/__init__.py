"""Files on their way in: read, mapped, judged, stored, on both databases."""
