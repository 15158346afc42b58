// Package lasting keeps what people have answered when a file was read in, where the
// answer holds for other files too: that SOC is Socialförvaltningen, that "100–200"
// users are 150. The answers are the portfolio's own, so that all who read files into it
// are asked once.
package lasting

import (
	"slices"
	"strings"

	"itportfoljen/app/field"
)

// Kind is an answer that is kept. It is the program's own: kept and logged, and silent
// among what people do.
var Kind = field.NewKind(field.Kind{Name: "lasting_answer", Plural: "lasting_answers", One: "svar vid inläsning", Many: "svar vid inläsning", Neuter: true, Silent: true})

// The fields of an answer: which question it is to, and what was answered.
var (
	Question = field.NewText(Kind, "question", "Fråga", field.Required(""))
	Answer   = field.NewText(Kind, "answer", "Svar", field.Required(""))
)

// Answers are those that the portfolio has, by question.
func Answers(w field.World) map[string]string {
	out := map[string]string{}
	for _, r := range w.All(Kind) {
		out[Question.Get(r)] = Answer.Get(r)
	}
	return out
}

// Keep keeps answers, each instead of the one that the portfolio has to its question. A
// question too long to be kept is asked again.
func Keep(tx *field.Tx, answers map[string]string) error {
	was := map[string]*field.Record{}
	for _, r := range tx.All(Kind) {
		was[Question.Get(r)] = r
	}
	var questions []string
	for q, a := range answers {
		if Question.Fits(q) == nil && Answer.Fits(a) == nil {
			questions = append(questions, q)
		}
	}
	slices.SortFunc(questions, strings.Compare)
	for _, q := range questions {
		r := was[q]
		var err error
		switch {
		case r == nil:
			err = tx.Create(field.NewRecord(Kind, tx.NewID()).Put(Question.Field, q).Put(Answer.Field, answers[q]))
		case Answer.Get(r) != answers[q]:
			err = tx.Set(r.ID, Answer.Field, answers[q])
		}
		if err != nil {
			return err
		}
	}
	return nil
}
