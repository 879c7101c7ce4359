prefill-button = Fill in from the text
prefill-title = Fill in from the text
prefill-back = Back to the form
prefill-reading = I’m reading the text. Nothing is stored, and what you typed stays as it is.
prefill-no-text = There is no text to read yet. Write or paste one into the form, then press again.
prefill-filled = { $n ->
    [one] I put something into one empty field:
   *[other] I put something into { $n } empty fields:
}
prefill-line = { $field }: { $value } — from “{ $words }”
prefill-line-sure = { $field }: { $value } ({ $sure } sure) — from “{ $words }”
prefill-look-over = Please look it over: it was proposed by a machine, and nothing is stored until you save.
prefill-nothing-found = I found nothing in the text that an empty field could say.
prefill-no-code-found = I found no theme or reason in the text that I’m sure enough of. This assistant proposes nothing else, and a reason only once the form asks for one: say first how the deal ended, or what is poor about the lead.
prefill-not-kept = I couldn’t note the proposals just now, so nothing was filled in.
prefill-as-before = The form is as you left it.
prefill-from = From the text: “{ $words }”
