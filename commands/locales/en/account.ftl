account-form-title = Account
account-form-sales = Sales owner
account-form-sales-hint = Who works the account.
account-form-marketing = Marketing owner
account-form-marketing-hint = Hears of objections on this account, in their working hours.
account-form-crm = CRM link
account-form-crm-placeholder = https://crm.example.com/companies/42
account-open-crm = Open in CRM
account-name-owners = Set the owners
account-nobody = nobody yet
account-left = { $who } (no longer on the team)
account-left-choose = { $who } is no longer on the team. Choose who answers for the account now: saved without a choice, it has nobody.
account-sales-short = sales
account-marketing-short = marketing

account-error-link = This doesn’t look like a web address. For example: https://crm.example.com/companies/42
account-error-not-a-member = Guests, bots, people of other organisations and people who left cannot own an account. Choose a colleague.
account-error-unknown-person = Slack didn’t tell us who this is just now. Try again in a moment.
account-members-only = Only full members of this workspace can say who owns an account, so nothing was changed. Ask a colleague to do it.

account-saved = { $name }: saved
account-saved-means = Objections logged on this account from now on go to its marketing owner. What was logged before stays with whoever had it then.
account-saved-nobody = There is no marketing owner, so objections on this account go to the marketing channel. An admin chooses it with `/lazo settings`.
account-stale = Somebody changed this account while you were editing it, so your change was *not* saved. The fields show how it stands now.
account-stale-yours = You had chosen: { $chosen }
account-unknown = No account is called “{ $name }” yet.
account-unknown-near = Did you mean one of these?
account-create = Create “{ $name }”
account-created = *{ $name }* is created. Who answers for it?
account-card = *{ $name }*
account-form-lost = Slack didn’t open the form for *{ $name }* in time. Nothing was lost: press the button.
account-none = There are no accounts yet. Create the first one, for example: `{ $command } Acme`
account-list-title = { $count ->
    [one] One account
   *[other] { $count } accounts
}
account-list-example = To see one or set its owners: `{ $command } { $name }`
account-name-too-long = An account’s name can have { $limit } characters at most. Try the short name, for example: `{ $command } Acme`. You typed:
account-name-empty = An account’s name needs a letter or a number, for example: `{ $command } Acme`. You typed:
account-help = Who answers for an account, in sales and in marketing.
    • `{ $command } Acme` shows how it gets on, what is known of it and its owners, and lets you change all three
    • `{ $command }` lists all accounts
    • `{ $command } targets` shows the quarter’s target list: propose, agree, drop · `{ $command } targets next` the next quarter’s
    • `{ $command } stages` shows the stages of a deal, with their limits
    • `{ $command } export` sends you all accounts as a CSV file; drop a file of accounts in our direct messages to import it
    • `{ $command } duplicates` shows which may be the same company · `{ $command } merge ACME Inc. into Acme` · `{ $command } merges` to undo one
