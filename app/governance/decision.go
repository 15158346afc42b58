package governance

import (
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// DecisionKind is what a forum advised, what a beslutsfattare decided, a step that
// was taken or an exception that was made. It is never written over: what was wrong
// is followed by another.
var DecisionKind = field.NewKind(field.Kind{Name: "decision", Plural: "decisions", One: "beslut", Many: "beslut", Also: []string{"beslutslogg", "delegationsbeslut", "protokoll", "paragraf", "bifall", "avslag"}, Neuter: true,
	Sheet: "Beslut", Icon: "gavel", Page: "plan", Lasting: true})

// The types of decision.
const (
	Advised  = "advice"     // a forum has given its advice
	Decided  = "decision"   // a beslutsfattare has decided
	Stepped  = "transition" // a step was taken
	Excepted = "exception"  // a gate was excepted

	// Confirmed is that somebody has confirmed what a gate asks for.
	Confirmed = "confirmation"

	// Classified is that the class was changed from what it was, or from what the checklist gives.
	Classified = "classified"
)

// The outcomes that the program itself asks for.
const (
	Approved = "approved"
	Rejected = "rejected"
	Returned = "returned"
)

// What was decided.
var (
	DecisionRef  = field.NewText(DecisionKind, "reference", "§ / diarienummer", field.Listed, field.Width(18), field.Also("§", "paragraf", "diarienummer", "dnr"))
	DecisionOf   = field.NewRef(DecisionKind, "about", "Gäller", field.Owning, field.Required(""), field.Listed, field.Width(26), field.Also("gäller", "ärende"))
	DecisionType = field.NewChoice(DecisionKind, "type", "Slag", field.Required(""), field.Listed, field.Width(12), field.Of(
		field.Option{Key: Advised, Label: "Yttrande", Synonyms: []string{"rekommendation", "bedömning"}},
		field.Option{Key: Decided, Label: "Beslut", Tone: field.Accent},
		field.Option{Key: Stepped, Label: "Steg", Synonyms: []string{"övergång"}, Tone: field.Quiet},
		field.Option{Key: Excepted, Label: "Undantag", Tone: field.Warn},
		field.Option{Key: Confirmed, Label: "Bekräftelse", Synonyms: []string{"bekräftat", "intygat"}, Tone: field.Good},
		field.Option{Key: Classified, Label: "Ändrad klass", Synonyms: []string{"klass", "omklassad"}, Tone: field.Accent},
	), field.Also("slag", "typ"))
	DecisionOn = field.NewDate(DecisionKind, "decided_on", "Datum", field.Required(""), field.Listed, field.Width(11), field.Also("datum", "dag"))
	// The forum as it was called then: another styrmodell changes nothing that was said.
	DecisionForum   = field.NewText(DecisionKind, "forum", "Forum", field.Vocabulary, field.Listed, field.Width(22), field.Also("forum"))
	DecisionOutcome = field.NewChoice(DecisionKind, "outcome", "Utfall", field.Listed, field.Width(12), field.Of(
		field.Option{Key: Approved, Label: "Bifall", Synonyms: []string{"tillstyrks", "godkänt", "ja", "bifalles"}, Tone: field.Good},
		field.Option{Key: Rejected, Label: "Avslag", Synonyms: []string{"avstyrks", "nej", "avslås"}, Tone: field.Bad},
		field.Option{Key: Returned, Label: "Återremiss", Synonyms: []string{"återremitteras", "komplettera"}, Tone: field.Warn},
		field.Option{Key: "prestudy", Label: "Förstudie först", Synonyms: []string{"förstudie"}, Tone: field.Warn},
		field.Option{Key: "dormant", Label: "Vilande", Synonyms: []string{"bordlagt", "bordläggs", "vila"}, Tone: field.Quiet},
	), field.Also("utfall", "resultat"))
	DecisionBy     = field.NewPerson(DecisionKind, "by", "Av", field.Listed, field.Width(18), field.Also("av", "beslutsfattare"))
	DecisionRole   = field.NewText(DecisionKind, "role", "I rollen", field.Vocabulary, field.Help("Rollen som personen hade den dagen, eller delegationen."), field.Also("roll", "delegation"))
	DecisionFrom   = field.NewText(DecisionKind, "from", "Från", field.Listed, field.Width(14), field.Also("från"))
	DecisionTo     = field.NewText(DecisionKind, "to", "Till", field.Listed, field.Width(14), field.Also("till"))
	DecisionGate   = field.NewText(DecisionKind, "gate", "Krav", field.Help("Det krav i styrmodellen som undantaget eller bekräftelsen gäller."), field.Also("krav"))
	DecisionUntil  = field.NewDate(DecisionKind, "until", "Gäller till", field.LastDay, field.Help("Sista dagen som ett undantag gäller; tomt är tills vidare."), field.Also("gäller till", "slutdag"))
	DecisionLink   = field.NewText(DecisionKind, "document", "Dokument", field.Link, field.Sensitive, field.Help("Var det som bekräftar finns: en fil eller en adress."), field.Also("dokument", "underlag", "länk"))
	DecisionReason = field.NewLongText(DecisionKind, "reason", "Motivering", field.Also("motivering", "kommentar", "yttrande"))
)

// AnswerKind is an answer to a question of the checklist, or to a point of a forum's
// assessment, or the points that an insats has for a criterion.
var AnswerKind = field.NewKind(field.Kind{Name: "answer", Plural: "answers", One: "svar", Many: "svar", Also: []string{"checklista", "frågor", "enkät"}, Neuter: true,
	Sheet: "Checklistor", Icon: "clipboard-list", Page: "plan"})

// What was answered.
var (
	AnswerNote     = field.NewText(AnswerKind, "note", "Anmärkning", field.Listed, field.Width(40), field.Also("anmärkning", "kommentar"))
	AnswerOf       = field.NewRef(AnswerKind, "about", "Gäller", field.Owning, field.Required(""), field.Listed, field.Width(26), field.Also("gäller"))
	AnswerQuestion = field.NewText(AnswerKind, "question", "Fråga", field.Vocabulary, field.Required(""), field.Listed, field.Width(40), field.Also("fråga", "punkt"))
	AnswerValue    = field.NewChoice(AnswerKind, "answer", "Svar", field.Required(""), field.Listed, field.Width(10), field.Of(append([]field.Option{
		{Key: "yes", Label: "Ja", Synonyms: []string{"j", "x", "yes"}},
		{Key: "no", Label: "Nej", Synonyms: []string{"n", "no"}},
		{Key: "ok", Label: "OK", Synonyms: []string{"utan anmärkning", "ua"}, Tone: field.Good},
		{Key: "remark", Label: "Anmärkning", Synonyms: []string{"anm", "brist"}, Tone: field.Warn},
	}, PointsOptions()...)...), field.Also("svar", "poäng"))
)

func init() {
	DecisionKind.Identity = []*field.Field{DecisionOf.Field, DecisionType.Field, DecisionOn.Field, DecisionForum.Field, DecisionTo.Field, DecisionGate.Field}
	DecisionKind.Vital = []*field.Field{DecisionOf.Field, DecisionType.Field}
	DecisionKind.Columns = []*field.Field{DecisionOn.Field, DecisionType.Field, DecisionForum.Field, DecisionOutcome.Field, DecisionFrom.Field, DecisionTo.Field, DecisionRef.Field, DecisionBy.Field, DecisionRole.Field, DecisionGate.Field, DecisionUntil.Field, DecisionLink.Field, DecisionReason.Field}
	DecisionKind.Caption = func(r *field.Record) string {
		what := map[string]string{Advised: "yttrande", Decided: "beslut", Stepped: "steg", Excepted: "undantag", Confirmed: "bekräftelse", Classified: "ändrad klass"}[DecisionType.Get(r)]
		if on := DecisionOn.Get(r); what != "" && !on.IsZero() {
			return what + " " + on.String()
		}
		return what
	}
	DecisionKind.Check = checkDecision
	AnswerKind.Identity = []*field.Field{AnswerOf.Field, AnswerQuestion.Field}
	AnswerKind.Vital = AnswerKind.Identity
	AnswerKind.Columns = []*field.Field{AnswerQuestion.Field, AnswerValue.Field, AnswerNote.Field}
	AnswerKind.Caption = func(r *field.Record) string { return text.OneLine(AnswerQuestion.Get(r)) }
}

// checkDecision holds that an exception says what it is from, who made it and why, and
// that nothing was decided tomorrow.
func checkDecision(w field.World, before, after *field.Record) error {
	if after == nil || before != nil {
		return nil
	}
	if DecisionOn.Get(after) > w.Today() {
		return fault.New(fault.Invalid, "Datumet "+DecisionOn.Get(after).String()+" har inte varit än. Inget har ändrats.")
	}
	if DecisionType.Get(after) == Confirmed && (DecisionGate.Get(after) == "" || DecisionBy.Get(after) == "") {
		return fault.New(fault.Invalid, "En bekräftelse säger vilket krav den gäller och vem som bekräftar. Inget har ändrats.")
	}
	if until := DecisionUntil.Get(after); !until.IsZero() && until < DecisionOn.Get(after) {
		return fault.New(fault.Invalid, "Gäller till är före dagen då det gjordes. Inget har ändrats.")
	}
	if DecisionType.Get(after) == Excepted && (DecisionGate.Get(after) == "" || DecisionRole.Get(after) == "" || DecisionReason.Get(after) == "") {
		return fault.New(fault.Invalid, "Ett undantag säger vilket krav det gäller, i vilken roll det gjordes och varför. Inget har ändrats.")
	}
	return nil
}
