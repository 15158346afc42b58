package main

import (
	"itportfoljen/ui/pages/agreements"
	"itportfoljen/ui/pages/budget"
	"itportfoljen/ui/pages/dates"
	"itportfoljen/ui/pages/exchange"
	"itportfoljen/ui/pages/guide"
	"itportfoljen/ui/pages/help"
	"itportfoljen/ui/pages/meeting"
	"itportfoljen/ui/pages/overview"
	"itportfoljen/ui/pages/people"
	"itportfoljen/ui/pages/planning"
	"itportfoljen/ui/pages/related"
	"itportfoljen/ui/pages/reporting"
	"itportfoljen/ui/pages/round"
	"itportfoljen/ui/pages/settingspage"
	"itportfoljen/ui/pages/systems"
	"itportfoljen/ui/pages/year"
	"itportfoljen/ui/shell"
)

// pages are the window's pages in the order of the navigation.
func pages() []shell.PageSpec {
	return []shell.PageSpec{overview.Spec(), systems.Spec(), agreements.Spec(), planning.Spec(), budget.Spec(), reporting.Spec(), exchange.Spec(), settingspage.Spec(), people.Spec(), people.PersonSpec(), related.Spec(), guide.Spec(), dates.Spec(), meeting.Spec(), year.Spec(), round.Spec(), help.Spec()}
}
