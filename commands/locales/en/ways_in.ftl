feedback-objection = An objection
feedback-win_loss = A win/loss review
feedback-lead_rating = A lead’s quality

home-log-win_loss = Review a deal
home-log-lead_rating = Rate a lead

reaction-offer = { $emoji } You marked a message in { $channel }. Log it to Lazo?
reaction-log = Log it…

kept-closed = You closed *{ $form }* without saving. This is what Slack told me of it; you can go on from there for three days.
kept-failed = *{ $form }* couldn’t be saved, and that was our fault. What you typed is kept for three days.
kept-continue = Continue
kept-gone = There is nothing left to go on with: it was saved, or it was more than three days ago.
kept-not-opened = Slack didn’t open the form in time. Press *Continue* once more.
