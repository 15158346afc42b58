package forum

import "itportfoljen/app/field"

// MeetingKind is a meeting of a forum.
var MeetingKind = field.NewKind(field.Kind{Name: "meeting", Plural: "meetings", One: "möte", Many: "möten", Also: []string{"sammanträde", "dagordning", "protokoll", "kallelse", "forum", "it-råd"}, Neuter: true, Prefix: "MÖT",
	Sheet: "Möten", Searched: true, Further: true, Icon: "calendar", Page: "plan"})

// The states of a meeting.
const (
	Planned  = "planned"
	Called   = "called"
	Held     = "held"
	Closed   = "closed"
	Canceled = "cancelled"
)

// The fields of a meeting.
var (
	MeetingName = field.NewText(MeetingKind, "name", "Möte", field.Required(""), field.Listed, field.Width(34), field.Help("Till exempel forumets namn och dagen."), field.Also("möte", "sammanträde", "mötesnamn"))
	MeetingOf   = field.NewRef(MeetingKind, "forum", "Forum", field.To(Kind), field.Required(""), field.Listed, field.Width(28), field.Also("forum", "grupp"))
	MeetingOn   = field.NewDate(MeetingKind, "on", "Datum", field.Required(""), field.Listed, field.Width(11), field.Also("datum", "dag", "mötesdag", "sammanträdesdag"))
	MeetingTime = field.NewText(MeetingKind, "time", "Tid", field.Width(12), field.Help("Till exempel 9–11."), field.Also("tid", "klockslag"))
	MeetingAt   = field.NewText(MeetingKind, "place", "Plats", field.Also("plats", "lokal", "rum", "möteslänk"))
	State       = field.NewChoice(MeetingKind, "state", "Läge", field.First, field.Listed, field.Width(12), field.Of(
		field.Option{Key: Planned, Label: "Planerat", Synonyms: []string{"planerad", "bokat"}, Tone: field.Quiet, Do: "Ta tillbaka kallelsen"},
		field.Option{Key: Called, Label: "Kallat", Synonyms: []string{"kallad", "kallelse skickad"}, Tone: field.Accent, Do: "Kalla", Then: "Dagordningen får det som väntar på forumet: insatser i dess faser, återremisser, undantag från forumets bedömning och tidigare nästa steg."},
		field.Option{Key: Held, Label: "Hållet", Synonyms: []string{"hållen", "genomfört", "genomförd"}, Tone: field.Warn, Do: "Mötet är hållet", Then: "Skriv sedan utfallet av varje ärende i dagordningen."},
		field.Option{Key: Closed, Label: "Justerat", Synonyms: []string{"justerad", "stängt", "avslutat", "protokoll justerat"}, Tone: field.Good, Do: "Justera och stäng", Then: "Utfallet av varje ärende blir ett yttrande eller beslut på insatsen, som går vidare dit det leder. Står ett krav i vägen sägs det, ärende för ärende, och inget skrivs."},
		field.Option{Key: Canceled, Label: "Inställt", Synonyms: []string{"inställd", "avbokat", "blev inte av"}, Tone: field.Quiet, Do: "Ställ in"},
	), field.Also("läge", "status"))
	CalledOn  = field.NewDate(MeetingKind, "called_on", "Kallelse skickad", field.Also("kallelse skickad", "kallat den", "kallelsedag"))
	ClosedOn  = field.NewDate(MeetingKind, "closed_on", "Justerat den", field.Also("justerat den", "justeringsdag"))
	Chair     = field.NewPerson(MeetingKind, "chair", "Ordförande", field.Also("ordförande", "mötesledare"))
	Keeper    = field.NewPerson(MeetingKind, "secretary", "Sekreterare", field.Also("sekreterare", "protokollförare"))
	Present   = field.NewLongText(MeetingKind, "present", "Närvarande", field.Sensitive, field.Help("De som var med, som de hette då."), field.Also("närvarande", "deltagare", "på plats"))
	MeetNotes = field.NewLongText(MeetingKind, "notes", "Minnesanteckningar", field.Also("minnesanteckningar", "mötesanteckningar", "anteckningar"))
	Minutes   = field.NewText(MeetingKind, "minutes", "Protokoll", field.Link, field.Sensitive, field.Help("Var det justerade protokollet finns: en fil eller en adress."), field.Also("protokoll", "protokollet"))
)
