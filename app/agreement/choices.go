package agreement

import "itportfoljen/app/field"

// The types of agreement.
const (
	Licence   = "licence"
	Operation = "operation"
	Support   = "support"
	Cloud     = "cloud"
	Service   = "sla"
	Processor = "dpa"
	Framework = "framework"
	CallOff   = "call_off"
	Internal  = "internal" // between the municipality's own
)

var types = []field.Option{
	{Key: Licence, Label: "Licens", Synonyms: []string{"licensavtal", "licenser", "programvarulicens", "licence", "license", "nyttjanderätt"}},
	{Key: Operation, Label: "Drift", Synonyms: []string{"driftavtal", "driftsavtal", "extern drift", "hosting", "outsourcing"}},
	{Key: Support, Label: "Underhåll och support", Synonyms: []string{"underhåll", "underhållsavtal", "support", "supportavtal", "serviceavtal", "service", "förvaltningsavtal", "support och underhåll"}},
	{Key: Cloud, Label: "Molntjänst", Synonyms: []string{"saas", "moln", "molntjänstavtal", "saas-avtal", "molnavtal", "abonnemang", "prenumeration"}},
	{Key: "consulting", Label: "Konsult", Synonyms: []string{"konsultavtal", "konsulttjänster", "konsulter"}},
	{Key: Service, Label: "SLA", Synonyms: []string{"servicenivåavtal", "service level agreement", "tjänstenivåavtal", "servicenivå"}},
	{Key: Processor, Label: "PUB-avtal", Synonyms: []string{"personuppgiftsbiträdesavtal", "biträdesavtal", "pub", "pubavtal", "pua", "dpa"}},
	{Key: "delivery", Label: "Leveransavtal", Synonyms: []string{"leverans", "köp", "köpeavtal", "inköp", "projektavtal"}},
	{Key: Framework, Label: "Ramavtal", Synonyms: []string{"ramavtal it", "ramöverenskommelse", "framework"}},
	{Key: CallOff, Label: "Avropsavtal", Synonyms: []string{"avrop", "kontrakt från ramavtal", "call-off"}},
	{Key: Internal, Label: "Överenskommelse mellan förvaltningar", Synonyms: []string{"överenskommelse", "intern överenskommelse", "internt avtal", "internavtal", "skriftlig överenskommelse"}},
	{Key: "cooperation", Label: "Samverkansavtal", Synonyms: []string{"samverkan", "samarbetsavtal", "kommunal samverkan", "avtalssamverkan"}},
	{Key: "hardware", Label: "Hyra eller leasing", Synonyms: []string{"leasing", "leasingavtal", "hyresavtal", "hyra"}},
	{Key: "other", Label: "Annat", Synonyms: []string{"övrigt", "annat avtal", "other"}},
}

// routes are the ways that an agreement may have been bought by.
var routes = []field.Option{
	{Key: "open", Label: "Öppet förfarande", Synonyms: []string{"öppen upphandling", "öppet", "öppen"}},
	{Key: "restricted", Label: "Selektivt förfarande", Synonyms: []string{"selektivt", "selektiv upphandling"}},
	{Key: "negotiated", Label: "Förhandlat förfarande", Synonyms: []string{"förhandlad upphandling", "förhandlat", "förhandlat förfarande med föregående annonsering", "konkurrenspräglad dialog"}},
	{Key: "simplified", Label: "Förenklat förfarande", Synonyms: []string{"förenklad upphandling", "förenklat", "annonserad upphandling"}},
	{Key: "direct", Label: "Direktupphandling", Synonyms: []string{"direktupphandlat", "direktupphandlad", "direkt", "direktinköp"}},
	{Key: "call_off", Label: "Avrop från ramavtal", Synonyms: []string{"avrop", "avropat", "avropad", "ramavtal", "ramavtalsavrop", "statligt ramavtal"}},
	{Key: "mini", Label: "Förnyad konkurrensutsättning", Synonyms: []string{"fku", "förnyad konkurrens"}},
	{Key: "joint", Label: "Samordnad upphandling", Synonyms: []string{"samordnad", "inköpscentral", "gemensam upphandling", "adda", "kammarkollegiet"}},
	{Key: "system", Label: "Dynamiskt inköpssystem", Synonyms: []string{"dis", "dynamiskt"}},
	{Key: "exempt", Label: "Undantag från upphandling", Synonyms: []string{"undantag", "ej upphandlat", "ej upphandlad", "inte upphandlat", "utan upphandling", "undantag lou"}},
	{Key: "in_house", Label: "Internt", Synonyms: []string{"intern", "egen regi", "in-house", "inom kommunen"}},
}
