feedback-objection = An objection
feedback-win_loss = A win/loss review
feedback-lead_rating = A lead’s quality

home-log-win_loss = Review a deal
home-log-lead_rating = Rate a lead

reaction-offer = { $emoji } You marked a message in { $channel }. Log it to Lazo?
reaction-log = Log it…

kept-closed = You closed *{ $form }* without saving. This is what Slack passed on; you can pick up from there for three days.
kept-failed = *{ $form }* couldn’t be saved, and that was our fault. What you typed is kept for three days.
kept-continue = Continue
kept-gone = Nothing is left to finish here: it was saved, or more than three days have passed.
kept-not-opened = Slack didn’t open the form in time. Press *Continue* once more.
