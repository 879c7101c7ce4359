"""`/lazo ask …`: a question in plain words, answered from the records with what each sentence stands on.

What is looked up is chosen from the question alone, before any note is read, and looked up with the asker's rights;
what is written then is checked against what was found, sentence by sentence (docs/decisions/0029).
"""
