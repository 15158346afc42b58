package export_test

import (
	"slices"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/exchange/export"
	"itportfoljen/app/integration"
	"itportfoljen/app/system"
)

func TestABookOfRelationsSaysWhatThePageDoes(t *testing.T) {
	p := apptest.Empty(t)
	pay := apptest.Add(t, p, system.Kind, system.Name, "Lön", system.Users, int64(20)).ID
	economy := apptest.Add(t, p, system.Kind, system.Name, "Ekonomi").ID
	apptest.Add(t, p, integration.Kind, integration.From, pay, integration.To, economy, integration.Information, "Kostnader", integration.Direction, integration.Both)
	book := export.Relations(p, pay)
	said := func(name string) (out []string) {
		for _, r := range rows(t, find(t, book, name)) {
			out = append(out, r[2].Text+": "+r[len(r)-1].Text)
		}
		return out
	}
	if got, want := said("Samband"), []string{"Ekonomi: Kostnader (åt båda hållen)"}; !slices.Equal(got, want) {
		t.Errorf("it has %q", got)
	}
	if got, want := said("Vad ett stopp rör"), []string{"Ekonomi: Kostnader", "Ekonomi: Okänt hur många användare"}; !slices.Equal(got, want) {
		t.Errorf("it has %q", got)
	}
}
