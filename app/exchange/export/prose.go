package export

import (
	"slices"
	"strings"

	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/settings"
)

// readMe is the first sheet: what the workbook is and how it is used.
func readMe(w field.World, o Options) sheet.Out {
	what := "Hela IT-portföljen"
	switch {
	case o.Unit != "":
		what = "IT-portföljens uppgifter om " + w.Label(o.Unit)
	case len(o.Records) > 0:
		what = "Ett urval ur IT-portföljen"
	}
	if name := settings.Name.Get(settings.In(w)); name != "" && o.Unit == "" {
		what += " för " + name
	}
	lines := []string{
		"# IT-portföljen",
		what + ", " + w.Today().String() + ". Planåret är " + field.Encode(int64(w.PlanYear())) + ".",
		"# Bladen",
	}
	for _, k := range tabs(w) {
		lines = append(lines, k.Sheet+": en rad per "+k.One+".")
	}
	if o.Unit != "" {
		lines = append(lines, usedName+": det som enheten använder men andra äger, med enhetens del av kostnaden där den är fördelad. Bladet är till för läsning.")
	}
	lines = append(lines,
		"Budget: summor per förvaltning och bolag. Bladet är till för läsning och summerar samma belopp som bladet Kostnader.",
		"# Så ändrar du",
		"Ändra direkt i cellerna, spara boken och importera den i IT-portföljen igen. Programmet visar varje ändring innan något sparas.",
		"Låt de grå kolumnerna vara. Referens visar vilken post raden är; övriga skrivs av programmet. En dold kolumn längst till höger, Post-id, säger detsamma för programmet.",
		"En ny post: skriv på en tom rad längst ned och lämna Referens tom.",
		"En rad som du tar bort försvinner inte ur IT-portföljen. Ta bort posten i programmet.",
		"Flera namn i en cell skiljs åt med semikolon. Enheter skrivs med hela sökvägen, nivå för nivå med snedstreck mellan.",
		"Belopp är i kronor. Datum skrivs som 2027-03-01.",
		"Du får byta ordning på rader och kolumner, filtrera och lägga till egna kolumner. Byt inte namn på bladen.",
		"De grå kolumnerna är låsta. Vill Excel därför inte sortera eller ta bort rader: välj Granska → Ta bort bladets skydd. Det finns inget lösenord.",
		"# Bra att veta",
		"Ett årsbelopp som är summan av flera rader på bladet Kostnader ändras rad för rad där.",
		"Skriv aldrig säkerhetsskyddsklassade uppgifter i boken eller i IT-portföljen.",
	)
	if o.Public {
		lines = append(lines, "Det här är den offentliga versionen: känsliga uppgifter är utelämnade.")
	}
	return sheet.Out{Name: "Läs mig", Text: lines}
}

func templateSheet(w field.World, k *field.Kind) sheet.Out {
	var columns []field.Column
	for _, f := range w.Fields(k) {
		if f.Editable() && f.Key != "import_note" {
			columns = append(columns, field.Column{Field: f, Year: year(w, f)})
		}
	}
	out := Table(w, k, columns, nil)
	out.Columns = slices.DeleteFunc(out.Columns, func(c sheet.Column) bool { return c.Locked || c.Hidden })
	return out
}

func year(w field.World, f *field.Field) int {
	if f.Yearly {
		return w.PlanYear()
	}
	return 0
}

// templateHelp explains an empty workbook of all kinds.
func templateHelp(w field.World) sheet.Out {
	lines := []string{"# Mall för IT-portföljen",
		"Fyll i de blad du behöver och importera boken i IT-portföljen. Tomma blad och kolumner får tas bort."}
	for _, k := range tabs(w) {
		lines = append(append(lines, "# "+k.Sheet), help(w, k)...)
	}
	return sheet.Out{Name: "Läs mig", Text: lines}
}

// help is a line per column of a kind.
func help(w field.World, k *field.Kind) []string {
	var out []string
	for _, f := range w.Fields(k) {
		if !f.Editable() || f.Key == "import_note" {
			continue
		}
		line := field.Column{Field: f, Year: year(w, f)}.Phrase(w) + ": " + describe(w, f)
		if f.Required {
			line += " Bör fyllas i."
		}
		out = append(out, line)
	}
	return out
}

func describe(w field.World, f *field.Field) string {
	return strings.TrimSpace(f.Prompt(w) + " " + f.Help)
}
