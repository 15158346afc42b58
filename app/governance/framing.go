package governance

import (
	"fmt"
	"slices"

	"itportfoljen/app/field"
)

// Framing is what a municipality gives its ramar to, and how they are used.
type Framing struct {
	Per      string `json:"per,omitempty"`       // what has a ram of its own: PerPortfolio, or PerUnit; "" is PerPortfolio
	Decider  string `json:"decider,omitempty"`   // who decides them, as the guideline names it
	EachYear bool   `json:"each_year,omitempty"` // an etapp is decided of its own, year by year, and uses the ram of its year from then on
}

// PerUnit is that nämnder, förvaltningar and bolag have the ramar.
const PerUnit = "unit"

// FramedBy is what has a ram of its own.
func (m *Model) FramedBy() string {
	if m.Framing.Per == "" {
		return PerPortfolio
	}
	return m.Framing.Per
}

// What a gate may ask of ramar.
const (
	FrameWithin  = "within"  // what the thing costs has room in each decided ram that it is paid of
	FrameDecided = "decided" // it is known what it costs, and a ram is decided for that
)

var frameNeeds = []string{FrameWithin, FrameDecided}

// checkFrames holds that ramar are of something that there is.
func (m *Model) checkFrames() error {
	if per := []string{PerPortfolio, PerUnit}; !slices.Contains(per, m.FramedBy()) {
		return m.meant(m.Framing.Per, per, fmt.Sprintf("ger ramar till något som inte kan ha sådana (%s)", m.Framing.Per), "framing.per")
	}
	return nil
}

// framers are how the ramar that things of a kind are paid of are asked.
var framers = map[*field.Kind]func(w field.World, r *field.Record, need string) (lack string, mend *field.Field){}

// Framed declares that things of a kind are paid of ramar. The answer to what a gate needs of
// those is "" where it is met, and else a sentence that says the figures, with the field where
// that is mended; nil for none.
func Framed(k *field.Kind, ask func(w field.World, r *field.Record, need string) (lack string, mend *field.Field)) {
	framers[k] = ask
}

// framed says whether the ramar have what is needed.
func (a *asking) framed(need string) bool {
	ask := framers[a.r.Kind]
	if ask == nil {
		return false
	}
	a.told, a.mend = ask(a.w, a.r, need)
	return a.told == ""
}

// Approval is the act of a beslutsfattare who says yes to an insats, which gates stand before
// as they do before a phase.
const Approval = "approval"

// approvalWord is what that is called.
const approvalWord = "Bifall"

// approve asks the gates before a yes.
func approve(tx *field.Tx, r *field.Record, s Step) error {
	if r.Kind.Step == nil || r.Kind.Step.Model != "phases" {
		return nil
	}
	s.To = Approval
	return pass(tx, r, s, []string{Approval}, fmt.Sprintf("Bifall till %s kan inte skrivas än", r.Name()))
}
