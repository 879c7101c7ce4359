answer-button = Answer
answer-form-title = Answer
answer-form-answer = Your answer
answer-form-placeholder = The argument, or where the content is
answer-form-hint = Sales gets it word for word.
answer-form-send = Send
answer-form-goes-to = Goes to { $author }, in their working hours.
answer-form-lost = Slack didn’t open the form in time. Press *Answer* again.
answer-error-empty = Write the answer, for example: “The ROI sheet is in the drive, slide 4 is the one for the CFO”.
answer-sent = :white_check_mark: Saved. Whoever asked hears of it in their working hours.
answer-nothing-asked = The question was taken back in the meantime, so nothing was sent.
answer-members-only = Guests log what they hear and full members answer, so nothing was sent. Tell a colleague, who can send it.
answer-told = { $known ->
    [yes] { $by } (marketing) answers what you asked for *{ $account }*:
   *[no] { $by } (marketing) answers what you asked:
}
answer-told-many = Marketing answers { $count } things that you asked:
answer-to-what = To: { $quote }
answer-by = { $by } answered:
answer-due = { $count ->
    [one] Sales asked you for something, and *today* is the day for an answer:
   *[other] Sales asked you for { $count } things, and *today* is the day for an answer:
}
answer-said = Marketing answered: { $text }
