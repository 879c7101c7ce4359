# The stages that a workspace agrees on.
stages-title = Stages
stages-intro = The way of a deal, from first talk to renewal. An account that stands in a stage for longer than its limit counts as standing still in the digest.
stages-intro-reader = The way of a deal, as admins and managers agreed on it. An account that stands in a stage for longer than its limit counts as standing still in the digest.
stages-new = New stage…
stages-retired = No longer used
stages-no-limit = no limit
stages-accounts = { $count ->
    [one] One account stands here: { $accounts }
   *[other] { $count } accounts stand here: { $accounts }
}
stages-act-edit = Edit…
stages-act-up = Move up
stages-act-down = Move down
stages-act-retire = No longer use
stages-act-back = Use again
stages-form-title = Edit stage
stages-form-new = New stage
stages-name = What is it called?
stages-name-hint = Renaming changes the word everywhere, in past weeks too: the history stays with the stage.
stages-limit = Days without a change until an account stands still
stages-limit-hint = Calendar days, 1 to 730. Empty: nobody stands still here.
stages-support = How far along is it?
stages-support-early = Early: awareness
stages-support-middle = Middle: content and help for sales
stages-support-late = Late: proof and executives
stages-support-text = What does marketing do here?
stages-support-text-hint = In your own words, for example: “A security dossier and a call with our CTO”. Empty: what goes with how far along it is.
stages-saved = Stage saved
stages-done-up = Moved up
stages-done-down = Moved down
stages-done-retire = No longer used: nobody can choose it any more
stages-done-back = Used again
stages-retire-title = No longer use
stages-retire-do = No longer use it
stages-retire-means = { $count ->
    [one] One account stands in *{ $stage }*. It stays there, with its limit, until somebody moves it; nobody can choose the stage any more.
   *[other] { $count } accounts stand in *{ $stage }*. They stay there, with its limit, until somebody moves them; nobody can choose the stage any more.
}
stages-stale = Somebody changed this stage before you, so your change was *not* saved. The list shows how it stands now.
stages-deciders-only = Only admins and those who lead a team change stages, so nothing was changed. Ask one of them.
stages-error-name = Give it a name with a letter or a number, for example: Pilot
stages-error-name-long = Shorter, please: 40 characters at most.
stages-error-alike = Another stage goes by this name, or it is what a closed deal is called. Choose a different one.
stages-error-limit = A whole number of days from 1 to 730, or nothing.
stages-error-support = Choose how far along it is.
stages-error-support-long = Shorter, please: 300 characters at most.
stages-error-many = There are 20 stages, those no longer used included. Bring back or rename one of them.
stages-error-last = This is the only stage left. Add another one first.
