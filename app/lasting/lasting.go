// Package lasting keeps what people have answered when a file was read in, where the
// answer holds for other files too: that SOC is Socialförvaltningen, that "100–200"
// users are 150. The answers are the portfolio's own, so that all who read files into it
// are asked once.
package lasting

import (
	"cmp"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// Kind is an answer that is kept. It is the program's own: kept and logged, and silent
// among what people do.
var Kind = field.NewKind(field.Kind{Name: "lasting_answer", Plural: "lasting_answers", One: "svar vid import", Many: "svar vid import", Neuter: true, Silent: true})

// The fields of an answer: which question it is to, and what was answered; and both in
// the words that people saw.
var (
	Question = field.NewText(Kind, "question", "Fråga", field.Required(""))
	Answer   = field.NewText(Kind, "answer", "Svar", field.Required(""))
	Words    = field.NewText(Kind, "words", "Frågan i ord")
	Said     = field.NewText(Kind, "said", "Svaret i ord")
)

// Given is an answer to be kept.
type Given struct{ Question, Answer, Words, Said string }

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
func Keep(tx *field.Tx, answers []Given) error {
	was := map[string]*field.Record{}
	for _, r := range tx.All(Kind) {
		was[Question.Get(r)] = r
	}
	for _, a := range answers {
		if Question.Fits(a.Question) != nil || Answer.Fits(a.Answer) != nil {
			continue
		}
		r := was[a.Question]
		if r == nil {
			r = field.NewRecord(Kind, tx.NewID()).Put(Question.Field, a.Question).Put(Answer.Field, a.Answer).
				Put(Words.Field, shortened(a.Words)).Put(Said.Field, shortened(a.Said))
			if err := tx.Create(r); err != nil {
				return err
			}
			was[a.Question] = r
			continue
		}
		if Answer.Get(r) == a.Answer { // what it was in words then may be worded otherwise by now
			continue
		}
		if err := cmp.Or(tx.Set(r.ID, Answer.Field, a.Answer), tx.Set(r.ID, Said.Field, shortened(a.Said))); err != nil {
			return err
		}
	}
	return nil
}

// mostWords is how much of a question and an answer is kept for people to read.
const mostWords = 400

func shortened(s string) string { return text.Shorten(s, mostWords) }
