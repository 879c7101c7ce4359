# CSV files dropped into the bot's DM. Names of files and headings are put in already escaped.

import-kind-leads = leads
import-kind-deals = deals
import-kind-accounts = accounts

import-field-external_id = Id
import-field-mql_at = MQL date
import-field-source = Source
import-field-campaign = Campaign
import-field-landing_page = Landing page
import-field-name = Name
import-field-company = Company
import-field-email = Email
import-field-phone = Phone
import-field-score = Score
import-field-action = Action taken
import-field-action_at = Action date
import-field-crm_id = CRM id
import-field-crm_url = CRM link
import-field-lead = Lead id
import-field-outcome = Outcome
import-field-opened_at = Opened on
import-field-closed_at = Closed on
import-field-amount = Amount
import-field-currency = Currency
import-field-segment = Segment
import-field-sales_rep = Salesperson
import-field-deal_type = Deal type
import-field-account = Account
import-field-tier = Tier
import-field-sales_owner = Sales owner
import-field-marketing_owner = Marketing owner
import-field-relation = Prospect or customer
import-field-territory = Region
import-field-stage = Stage
import-field-stage_since = In stage since
import-field-renewal_on = Renewal date

import-relation-prospect = Prospect
import-relation-customer = Customer

import-outcome-open = Open
import-outcome-won = Won
import-outcome-lost_competitor = Lost to a competitor
import-outcome-lost_no_decision = Lost: no decision
import-outcome-lost_other = Lost
import-outcome-churned = Churned
import-outcome-unknown = Unknown

import-found = *{ $name }* looks like *{ $kind }*, { $count ->
    [one] one row
   *[other] { $count } rows
}. Nothing is stored until you press the button.
import-found-whole = *{ $name }* looks like *{ $kind }*. Something is missing before it can be imported.
import-found-nothing = I can’t tell from its headings what *{ $name }* holds. Choose below; nothing is stored yet.
import-remembered = The columns are as they were confirmed for a file with these headings before.
import-match = { $heading } → { $field }
import-match-likely = { $heading } → { $field } (a guess: please check)
import-missing = No column has: *{ $fields }*. Press *Change columns…* and choose.
import-missing-id = The id may be any column that says something else in each row, such as the email.
import-missing-outcome = No column says how the deals ended. Press *Change columns…*: choose the column, or one outcome for all rows.
import-unused = Not used: { $headings }
import-sample-read = First rows, as I read them:
import-sample-raw = First rows of the file:
import-reads-date_format-dmy = Dates: day first (31/12/2026)
import-reads-date_format-mdy = Dates: month first (12/31/2026)
import-reads-decimal-comma = Amounts: 20.000,5
import-reads-decimal-point = Amounts: 20,000.5
import-reads-currency = All amounts in { $currency }
import-reads-outcome = Outcome of every row: { $outcome }
import-reads-encoding-cp1252 = Read as Windows-1252, Excel’s own characters
import-reads-zone = Times without a zone: { $zone }
import-reads-accounts = Companies nobody knows become accounts
import-reads-guess = { $told } (a guess: no value shows it)
import-no-currency = The amounts name no currency, so they would be left out. Press *Change columns…* and choose one.
import-would-refuse = { $count ->
    [one] One row can’t be taken as it is. You get it back with the reason.
   *[other] { $count } rows can’t be taken as they are. You get them back, each with its reason.
}
import-would-repeat = { $count ->
    [one] One id comes twice: the last row counts.
   *[other] { $count } rows are replaced by a later row with the same id.
}
import-would-repeat-accounts = { $count ->
    [one] One account comes twice: the last row counts.
   *[other] { $count } rows are replaced by a later row with the same account.
}
import-would-doubt = Worth a look before you import:
import-reason-line = { $count } × { $reason }
import-reason-in = { $count } × { $reason }: { $headings }
import-button = { $count ->
    [one] Import one row
   *[other] Import { $count } rows
}
import-change = Change columns…
import-choose-kind = What does it hold?

import-reading = Reading *{ $name }*…
import-under-way = Importing *{ $name }*: { $count ->
    [one] one row…
   *[other] { $count } rows…
} You can go on working.
import-done = *{ $name }* is imported: { $inserted } new, { $updated } changed, { $unchanged } as they were.
import-done-refused = { $count ->
    [one] One row was *not* taken.
   *[other] { $count } rows were *not* taken.
}
import-done-doubtful = { $count ->
    [one] One thing is worth a look.
   *[other] { $count } things are worth a look.
}
import-done-accounts = { $count ->
    [one] One account was made.
   *[other] { $count } accounts were made.
}
import-done-without-account = { $count ->
    [one] One row names a company that is no account yet.
   *[other] { $count } rows name a company that is no account yet.
}
import-done-reviews = { $count ->
    [one] One deal closed in the last { $days } days: a review of it is asked for.
   *[other] { $count } deals closed in the last { $days } days: a review of each is asked for.
}
import-done-closed-before = { $count ->
    [one] One deal closed more than { $days } days ago. Nobody is asked for a review of it: by now memory fills the gaps.
   *[other] { $count } deals closed more than { $days } days ago. Nobody is asked for a review of them: by now memory fills the gaps.
}
import-done-report = These rows are in the thread as a file, each with its reason. Correct them there and drop that file here: its columns are known.
import-done-no-report = Slack didn’t take the file with these rows. Drop the same file again and press import: what is stored stays as it is, and the rows come back.
import-cancelled = *{ $name }* was not imported, and nothing of it was kept. Drop it again whenever you like.
import-report-title = Rows to look at: { $name }
import-report-refused = Not imported: { $reason }
import-report-doubtful = Imported, but look at it: { $reason }
import-report-replaced = Replaced by a later row: { $reason }

import-form-title = Columns
import-form-intro = Which column of *{ $name }* holds what?
import-form-none = – not in this file –
import-form-date_format = How dates are written
import-form-decimal = How amounts are written
import-form-currency = Currency of amounts that don’t name one
import-form-outcome = Outcome of rows that don’t say
import-form-encoding = Characters
import-form-encoding-hint = When letters such as ñ or é come out wrong, try the other one.
import-form-accounts = Accounts
import-form-accounts-box = Make accounts of unknown companies
import-form-ok = Look again
import-form-needed = This one is needed: choose the column that holds it.
import-form-lost = Slack didn’t open the columns in time. Nothing was changed: press the button again.

import-stale = There is a newer preview of this file, so nothing was imported. Look at the message as it stands now.
import-gone = This file’s preview is too old, so nothing was imported. Drop the file again.
import-not-yours = Only the person who dropped this file can decide about it.
import-members-only = Only full members of this workspace import files, so nothing was read or stored. Ask a colleague to do it.
import-hint = I don’t read messages written here. `/lazo help` shows what I can do. Drop a CSV file of leads, deals or accounts here, and I import it once you have seen the preview.

import-problem-file_gone = *{ $name }* isn’t there any more, so nothing was imported. Drop it again.
import-problem-file_elsewhere = *{ $name }* lives outside Slack, where I can’t read it. Save it as a CSV file and drop that.
import-problem-too_large = *{ $name }* is larger than { $limit } MB, which is the most that I take from Slack. Drop it in parts with the same headings, or ask your admin to import it with `lazo import`.
import-problem-not_csv = *{ $name }* isn’t a CSV file. In Excel, Numbers or Google Sheets: save or download it as CSV, and drop that.
import-problem-file_empty = *{ $name }* is empty.
import-problem-no_rows = *{ $name }* has headings and no rows.
import-problem-header_unreadable = The first line of *{ $name }* doesn’t name columns. Put a line with headings on top, and drop it again.
import-problem-encoding_wrong = *{ $name }* doesn’t match the characters that were chosen. Drop it again and choose others.
import-problem-not_reached = Slack didn’t give me *{ $name }*, although I tried for a while. Nothing was imported; drop it again later.
import-problem-not_allowed = I’m not allowed to read files here. Ask your admin to install Lazo again, so that it gets the permission `files:read`.
import-problem-unreadable = *{ $name }* can’t be read as a CSV file.
import-problem-interrupted = The import of *{ $name }* was interrupted too often. What was stored stays; drop the file again, and only what is missing is added.

import-why-account_merged = this account was merged into another one; write that one’s name
import-why-account_name_empty = a company’s name needs a letter or a number
import-why-account_name_too_long = this is too long for a company’s name (200 characters)
import-why-account_unknown = no account has this name, so the deal has none
import-why-amount_ambiguous = the amount can be read in two ways, so it was left out
import-why-amount_contradicts = the amount doesn’t fit the decimal mark or the currency, so it was left out
import-why-amount_out_of_range = the amount is negative, or too large for a deal, so it was left out
import-why-amount_rounded = the amount has more decimals than its currency and was rounded
import-why-amount_unreadable = this isn’t an amount of money, so it was left out
import-why-amount_without_currency = the amount is in no currency, so it was left out
import-why-broken_characters = some characters are broken in the file
import-why-closed_before_lead = it closed before the lead’s first contact
import-why-closed_before_opened = it closed before it was opened
import-why-closed_without_date = the deal is closed, but no date says when
import-why-currency_unreadable = this isn’t a currency code such as EUR, so it was left out
import-why-date_in_future = the date is in the future
import-why-date_needs_format = it isn’t clear whether the day or the month comes first
import-why-date_out_of_range = the year is too far from today to be right
import-why-date_unreadable = this isn’t a date
import-why-deal_type_unreadable = this isn’t a deal type (new, renewal, expansion), so it was left out
import-why-email_odd = this doesn’t look like an email address
import-why-id_broken = an id with broken characters can’t be trusted
import-why-id_too_long = this is too long for an id (200 characters)
import-why-lead_unknown = no lead has this id; import the leads, then these deals again
import-why-line_too_long = the line is longer than a million characters
import-why-number_unreadable = this isn’t a whole number, so it was left out
import-why-open_with_close_date = the deal is open, so its close date was left out
import-why-outcome_unreadable = this isn’t an outcome (open, won, lost, churned …)
import-why-owner_changed = the account had another owner; the file’s takes their place
import-why-person_ambiguous = several people have this name; write their email, or the owner stays as they were
import-why-person_unfit = this person can’t own an account (guests, bots, people who left), so the owner stays as they were
import-why-person_unknown = nobody here goes by this email or @name, so the owner stays as they were
import-why-quote_not_closed = a quotation mark is opened and never closed
import-why-relation_unreadable = this is neither prospect nor customer, so it was left out
import-why-repeated_row = the same id or account comes again further down
import-why-row_unreadable = this isn’t a row of a CSV file
import-why-source_unreadable = a source needs letters or digits, so it was left out
import-why-stage_of_several_deals = the account has several open deals, and only a file of deals says which one; its stage stays
import-why-stage_retired = this stage is no longer used and nothing comes into it, so the stage stays as it was
import-why-stage_unknown = none of your stages is called so (`/lazo account stages` lists them), so it was left out
import-why-stage_without_account = the deal belongs to no account that could stand there, so its stage was left out
import-why-text_cut = the text is too long and was cut
import-why-tier_unreadable = this isn’t a tier (1, 2 or 3), so it was left out
import-why-time_skipped = the clock change skipped this time of day
import-why-time_twice = the clock change made this time of day twice; the first was taken
import-why-too_few_fields = the row has fewer cells than there are headings
import-why-too_many_fields = the row has more cells than there are headings
import-why-url_unreadable = this isn’t a web address (https://…), so it was left out
import-why-value_missing = this is needed, and the cell is empty
