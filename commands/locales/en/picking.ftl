pick-account = Type a company
pick-deal = Type a deal or its company
pick-lead = Type a company or a name
pick-competitor = Type a competitor
pick-create = Create “{ $name }”

deal-title = New deal
deal-name = What is it called?
deal-account = Company
deal-amount = Amount
deal-amount-hint = For example 12000. You can leave it out.
deal-amount-which = You wrote { $typed }. Which do you mean?
deal-currency = Currency
deal-error-name = A deal needs a name.
deal-error-amount-unreadable = I can’t read that as an amount. Try it in digits, for example 12000.
deal-error-amount-out-of-range = That can’t be a deal’s amount. Try it in digits, for example 12000.
deal-error-amount-without-currency = “$” may be dollars or pesos: choose the currency as well.
deal-new-members-only = Guests can’t create deals. Leave the field empty, or ask a colleague.
