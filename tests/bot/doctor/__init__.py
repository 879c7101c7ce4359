"""Each judgement of the doctor by itself: what was found goes in, a level and what to do come out."""
