// Package licence holds the licences that the municipality owns: how many there are, how
// many are used and what each of them costs.
package licence

import (
	"itportfoljen/app/agreement"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
)

// Kind is a number of licences of one product.
var Kind = field.NewKind(field.Kind{Name: "licence", Plural: "licences", One: "licens", Many: "licenser", Also: []string{"mjukvarulicens", "licensavtal", "nyckel", "användarlicens", "prenumeration"}, Prefix: "LIC",
	Sheet: "Licenser", Searched: true, Further: true, Icon: "copy", Page: "agreements"})

// The groups of the form, in order.
const (
	Overview = "Översikt"
	Counts   = "Antal och kostnad"
)

// Subscription is paid for as long as it is used, and ends.
const Subscription = "subscription"

// site is of everybody: nobody counts how many there are.
const site = "site"

// What the licence is, and who sees to it.
var (
	Name = field.NewText(Kind, "name", "Licens", field.In(Overview), field.Required(""), field.Listed, field.Width(28), field.Help("Produkten, som den heter i avtalet eller på fakturan."),
		field.Also("licensnamn", "licensprodukt", "licenstyp", "licence", "license"), field.Maybe("produkt", "produktnamn", "programvara"))
	System = field.NewRef(Kind, "system", "System", field.In(Overview), field.To(system.Kind), field.WhenGone(field.Detach), field.Listed, field.Width(22),
		field.Help("Systemet som licensen ger rätt att använda."), field.Also("system", "it-system", "används för"))
	Supplier = field.NewRef(Kind, "supplier", "Leverantör", field.In(Overview), field.To(agreement.SupplierKind), field.Makes, field.Listed, field.Width(18),
		field.Also("leverantör", "återförsäljare", "tillverkare", "licensgivare", "supplier", "vendor"))
	Agreement = field.NewRef(Kind, "agreement", "Avtal", field.In(Overview), field.To(agreement.Kind), field.WhenGone(field.Detach), field.Help("Avtalet som licenserna är köpta under."),
		field.Also("avtal", "licensavtal", "agreement"))
	Unit          = field.NewUnit(Kind, "unit", "Ansvarig enhet", field.In(Overview), field.Listed, field.Width(22), field.Also("ansvarig enhet", "enhet", "förvaltning", "nämnd", "avdelning", "unit"))
	Administrator = field.NewRoles(Kind, "administrator", "Licensadministratör", field.In(Overview), field.Listed, field.Width(18),
		field.Help("Har hand om licensavtalen, ser till att licenser används på nytt och för statistik."), field.Also("licensadministratör", "licensansvarig", "ansvarig", "license administrator"))
	Form = field.NewChoice(Kind, "form", "Licensform", field.In(Overview), field.Of(
		field.Option{Key: Subscription, Label: "Prenumeration", Synonyms: []string{"abonnemang", "hyra", "hyrd", "årslicens", "subscription", "saas"}},
		field.Option{Key: "perpetual", Label: "Köpt, gäller tills vidare", Synonyms: []string{"köpt", "evig", "evighetslicens", "engångslicens", "perpetual"}},
		field.Option{Key: "included", Label: "Ingår i ett annat avtal", Synonyms: []string{"ingår", "ingår i avtalet"}},
		field.Option{Key: "free", Label: "Utan avgift", Synonyms: []string{"gratis", "fri", "öppen källkod", "open source"}},
	), field.Also("licensform", "licensmodell", "betalningsform"))
	Ends = field.NewDate(Kind, "ends", "Gäller till", field.LastDay, field.In(Overview), field.Listed, field.Width(13),
		field.Also("gäller till", "giltig till", "löper ut", "slutdatum", "t.o.m.", "utgångsdatum", "expires"))
	Notes = field.NewLongText(Kind, "notes", "Anteckningar", field.In(Overview), field.Sensitive, field.Also("anteckningar", "anteckning", "kommentar", "notering", "övrigt"))
)

// How many there are, and what they cost.
var (
	Metric = field.NewChoice(Kind, "metric", "Räknas per", field.In(Counts), field.Listed, field.Width(18), field.Of(
		field.Option{Key: "user", Label: "Namngiven användare", Synonyms: []string{"användare", "per användare", "namngiven", "user", "named user"}},
		field.Option{Key: "concurrent", Label: "Samtidig användare", Synonyms: []string{"samtidig", "samtidiga", "samtidiga användare", "concurrent"}},
		field.Option{Key: "device", Label: "Enhet", Synonyms: []string{"dator", "per enhet", "per dator", "klient", "device"}},
		field.Option{Key: "server", Label: "Server", Synonyms: []string{"per server", "instans", "installation"}},
		field.Option{Key: "core", Label: "Processorkärna", Synonyms: []string{"kärna", "core", "cpu", "processor"}},
		field.Option{Key: "pupil", Label: "Elev eller barn", Synonyms: []string{"elev", "barn", "per elev"}},
		field.Option{Key: "inhabitant", Label: "Invånare", Synonyms: []string{"per invånare"}},
		field.Option{Key: site, Label: "Hela kommunen", Synonyms: []string{"kommun", "kommunlicens", "site", "fri användning", "obegränsad"}},
		field.Option{Key: "other", Label: "Annat", Synonyms: []string{"annan"}, Tone: field.Quiet},
	), field.Also("räknas per", "mått", "licensmått", "metrik", "licensmetrik", "metric"))
	Owned = field.NewNumber(Kind, "owned", "Antal ägda", field.In(Counts), field.Listed, field.Width(10), field.Between(0, mostCounted), field.Help("Hur många licenser kommunen har rätt att använda."),
		field.Also("antal ägda", "ägda", "antal licenser", "antal köpta", "köpta", "innehav", "owned"))
	Used = field.NewNumber(Kind, "used", "Antal använda", field.In(Counts), field.Listed, field.Width(10), field.Between(0, mostCounted),
		field.Also("antal använda", "använda", "tilldelade", "antal tilldelade", "i bruk", "used", "assigned"))
	CountedOn = field.NewDate(Kind, "counted_on", "Räknade den", field.In(Counts), field.Help("Dagen som de använda räknades."), field.Also("räknade den", "räknat den", "inventerad", "inventeringsdatum", "avstämd", "senast räknad"))
	Free      = field.NewNumber(Kind, "free", "Lediga", field.In(Counts), field.Listed, field.Width(14), field.Help("Ägda minus använda. Ett minus är fler använda än ägda."),
		field.Computed(free), field.Blank(uncounted))
	Cost = field.NewMoney(Kind, "cost", "Kostnad per år", field.In(Counts), field.Listed, field.Width(14), field.Help("Vad alla licenserna kostar tillsammans under ett år."),
		field.Also("kostnad per år", "årskostnad", "årsavgift", "licenskostnad", "licenskostnad per år", "licensavgift", "annual cost"))
	PerOwned = field.NewMoney(Kind, "cost_per_owned", "Kostnad per ägd", field.In(Counts), field.Each, field.Computed(func(_ field.World, r *field.Record) field.Value { return costPer(r, Owned) }),
		field.Blank(func(_ field.World, r *field.Record) string { return unpriced(r, Owned) }))
	PerUsed = field.NewMoney(Kind, "cost_per_used", "Kostnad per använd", field.In(Counts), field.Each, field.Listed, field.Width(14), field.Help("Vad var och en som används kostar: också de lediga ska betalas."),
		field.Computed(func(_ field.World, r *field.Record) field.Value { return costPer(r, Used) }), field.Blank(func(_ field.World, r *field.Record) string { return unpriced(r, Used) }))
)

// mostCounted is more than there are people: a greater number is a slip.
const mostCounted = 100_000_000
