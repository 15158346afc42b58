package agreement

import (
	"slices"
	"testing"
)

func TestOptionsInWordsAreReadWhenTheyMeanOneThing(t *testing.T) {
	for s, want := range map[string][]int{
		"2 × 12 mån":                                {12, 12},
		"2x12 månader":                              {12, 12},
		"2*1 år":                                    {12, 12},
		"Option: 2 x 12 månader.":                   {12, 12},
		"option 1+1 år":                             {12, 12},
		"1 + 1 + 1 år":                              {12, 12, 12},
		"12+12 mån":                                 {12, 12},
		"kan förlängas 24 månader":                  {24},
		"Kan förlängas med 24 månader":              {24},
		"möjlighet till förlängning 1 år":           {12},
		"rätt att förlänga avtalet med 6 månader":   {6},
		"option på 2 år":                            {24},
		"12 mån":                                    {12},
		"1 år":                                      {12},
		"två optioner om 12 månader":                {12, 12},
		"2 optioner à 12 mån":                       {12, 12},
		"Två optioner på ett år vardera":            {12, 12},
		"kan förlängas två gånger med 12 månader":   {12, 12},
		"kan förlängas 2 gånger 12 månader i taget": {12, 12},
		"12 månader två gånger":                     {12, 12},

		"":                               nil,
		"2 år":                           nil, // two of one, or one of two
		"24 månader":                     nil,
		"1+1":                            nil, // of what
		"2":                              nil,
		"2+1 år":                         nil, // the first may be the agreement's own time
		"2+1+1 år":                       nil,
		"option 2+1 år":                  nil,
		"kan förlängas högst 24 månader": nil, // in how many
		"kan förlängas upp till 2 år":    nil,
		"ja":                             nil,
		"se avtalet":                     nil,
		"2 × 12 mån, senast 3 mån före":  nil, // says more than can be kept
		"2 × 12 eller 24 mån":            nil,
		"0 x 12 mån":                     nil,
		"2 x 0 mån":                      nil,
		"99 x 12 mån":                    nil,
		"kan inte förlängas 24 månader":  nil,
		"2027-12-31":                     nil,
	} {
		if got := optionMonths(s); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
	}
}
