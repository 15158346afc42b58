package org

import (
	"slices"
	"strings"

	"itportfoljen/app/base/text"
)

// titles are the folded ends of words that say what someone does: they are no name.
var titles = []string{"chef", "direktor", "ansvarig", "samordnare", "strateg", "forvaltare", "agare", "ledare", "utvecklare", "tekniker", "sekreterare", "handlaggare",
	"konsult", "rektor", "controller", "administrator", "koordinator", "assistent", "arkitekt", "registrator", "specialist", "ingenjor", "planerare", "ekonom",
	"kamrer", "kamrerare", "bibliotekarie", "inspektor", "analytiker", "pedagog", "larare", "skoterska", "jurist", "ombud", "bestallare", "ersattare", "kontaktperson"}

// endings are those of a title in its other forms: "IT-chefen", "rektorer".
var endings = []string{"", "en", "n", "er", "erna", "na"}

// modifiers are folded words that stand before a title.
var modifiers = map[string]bool{"tf": true, "t.f": true, "t.f.": true, "tf.": true, "bitr": true, "bitr.": true, "bitradande": true, "vik": true, "vik.": true, "vice": true, "stf": true, "stf.": true,
	"stallforetradande": true, "respektive": true, "resp": true, "resp.": true, "alla": true, "lokal": true, "lokala": true, "central": true, "centrala": true, "ansvarig": true, "teknisk": true, "kommunens": true, "enhetens": true, "forvaltningens": true, "ny": true, "f.d": true,
	"extern": true, "externa": true, "intern": true, "interna": true, "inhyrd": true, "inhyrda": true, "ordinarie": true, "gemensam": true, "gemensamma": true, "olika": true}

// places are the folded ends of words that name a part of an organisation.
var places = []string{"forvaltningen", "kontoret", "namnden", "enheten", "avdelningen", "skolan", "forskolan", "tjansten", "gruppen", "teamet", "bolaget", "verksamheten", "verksamheterna", "omsorgen", "varden",
	"kommunen", "biblioteket", "leverantoren", "supporten", "organisationen", "ledningen", "staben", "natverket", "samverkan"}

// firms are the folded last words of a company's name.
var firms = map[string]bool{"ab": true, "hb": true, "kb": true, "aktiebolag": true, "oy": true, "inc": true, "ltd": true, "gmbh": true, "sverige": true, "sweden": true, "group": true}

// What may be named in a person's place.
const (
	Function = "en funktion och ingen person"
	Place    = "en del av organisationen och ingen person"
	Firm     = "ett företag och ingen person"
	Mailbox  = "en gemensam adress och ingen person"
	Sentence = "inget namn på en person"
)

// titled says that a word says what someone does.
func titled(w string) bool {
	w = text.Fold(strings.TrimRight(w, ".,:"))
	for _, end := range endings {
		if stem, ok := strings.CutSuffix(w, end); ok && len(stem) > 3 && slices.ContainsFunc(titles, func(t string) bool { return strings.HasSuffix(stem, t) }) {
			return true
		}
	}
	return w == "vd"
}

// isPlace says that a word names a part of an organisation.
func isPlace(w string) bool {
	w = text.Fold(w)
	return slices.ContainsFunc(places, func(end string) bool { return strings.HasSuffix(w, end) })
}

// withoutTitle parts the words of somebody's name from what the person does, "" for no
// more than a name. No name is left of a function: "IT-chefen", "Rektor Västerskolan".
func withoutTitle(words []string) (name []string, title string) {
	n := len(words)
	first := slices.IndexFunc(words, titled)
	switch {
	case first < 0:
		for n > 2 && onlyModifies(words[n-1:]) { // "Anna Ek tf"
			n--
		}
		return words[:n], strings.Join(words[n:], " ")
	case first > 0 && nobody[strings.Join(nameTokens(strings.Join(words[:first], " ")), " ")]: // "ingen ägare"
		return nil, ""
	case beforeTitle(words[:first]):
		last := first
		for last+1 < n && (titled(words[last+1]) || text.Fold(words[last+1]) == "och" && last+2 < n && titled(words[last+2])) {
			last++
		}
		rest := words[last+1:]
		if isNamed(rest) {
			return rest, strings.Join(words[:last+1], " ")
		}
		if len(rest) > 0 && noOne(strings.Join(rest, " ")) {
			return nil, ""
		}
		return nil, strings.Join(words, " ")
	case first >= 2 && isNamed(words[:first]): // "Anna Ek systemförvaltare"
		end := first
		for end > 2 && modifiers[text.Fold(words[end-1])] {
			end--
		}
		return words[:end], strings.Join(words[end:], " ")
	case first == n-1 && isNamed(words[:first]):
		return words[:first], words[first]
	}
	return words, ""
}

// onlyModifies says that words only say how somebody has a title: "tf", and not the surname Ny.
func onlyModifies(words []string) bool {
	return len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return !modifiers[text.Fold(w)] || w != strings.ToLower(w) })
}

// ahead are folded words that stand before a name and are no part of it.
var ahead = map[string]bool{"ny": true, "nya": true, "darefter": true, "sedan": true, "sen": true, "nuvarande": true, "blivande": true, "aven": true, "ev": true, "ev.": true, "eventuellt": true, "troligen": true, "prel": true, "prel.": true,
	"preliminart": true, "backup": true, "kontakt": true, "hos": true, "via": true, "fran": true, "from": true, "fraga": true, "kontakta": true, "ring": true}

// salutations stand before a surname and are no part of a name.
var salutations = []string{"Hr", "Hr.", "hr", "hr.", "Herr", "herr", "Fru", "fru", "Fröken", "fröken"}

// nameAmong finds the name among words of which some are written as one and others
// aren't: "hör med Anna Ek", "Bo Ek tills vidare". What isn't it is the rest.
func nameAmong(words []string) (name []string, rest string) {
	low := func(w string) bool {
		return w == strings.ToLower(w) && !particles[text.Fold(w)] && !titled(w) && !modifiers[text.Fold(w)]
	}
	if len(words) > 1 && slices.Contains(salutations, words[0]) {
		words = words[1:]
	}
	from, to := 0, len(words)
	for from < to && (low(words[from]) || ahead[text.Fold(words[from])]) {
		from++
	}
	if n := slices.IndexFunc(words[from:], low); n >= 0 {
		to = from + n
	}
	for from > 0 && from < to && text.Fold(words[from]) == "av" { // "ersätts av Anna Ek"
		from++
	}
	if to-from < 2 || from == 0 && to == len(words) {
		return words, ""
	}
	return words[from:to], strings.TrimSpace(strings.Join(words[:from], " ") + " " + strings.Join(words[to:], " "))
}

// beforeTitle says that words say no more than what a title is of.
func beforeTitle(words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool {
		return !modifiers[text.Fold(w)] && (w != strings.ToLower(w) || particles[text.Fold(w)]) && !isPlace(strings.TrimSuffix(w, "s"))
	})
}

// isNamed says that words after or before a title are somebody's name.
func isNamed(words []string) bool {
	for _, w := range words {
		if w == strings.ToLower(w) && !particles[text.Fold(w)] && w != strings.ToUpper(w) || isPlace(w) || titled(w) || modifiers[text.Fold(w)] {
			return false
		}
	}
	return len(words) > 0 && !(len(words) == 1 && isUpper(words[0]) && len([]rune(words[0])) > 1)
}

// notPerson says what words name instead of a person, "" for nothing else.
func notPerson(words []string) string {
	switch n := len(words); {
	case n == 0:
		return ""
	case n > 1 && firms[text.Fold(strings.Trim(words[n-1], "."))]:
		return Firm
	case isPlace(words[n-1]):
		return Place
	case isSentence(words):
		return Sentence
	}
	return ""
}

// phrases are folded words that people write where nobody is named, and that are in no name
// unless as a part of it: "se avtal", "utreds", "delat ansvar".
var phrases = map[string]bool{"se": true, "enligt": true, "ej": true, "inte": true, "ingen": true, "inga": true, "ingenting": true, "saknas": true, "saknar": true, "behover": true, "behovs": true, "under": true, "utreds": true,
	"utredning": true, "alla": true, "samtliga": true, "flera": true, "olika": true, "manga": true, "nagon": true, "delat": true, "delad": true, "delas": true, "gemensam": true, "gemensamt": true, "gemensamma": true, "internt": true, "intern": true,
	"externt": true, "extern": true, "egen": true, "eget": true, "egna": true, "senare": true, "idag": true, "nu": true, "annu": true, "an": true, "kommer": true, "ska": true, "skall": true, "bor": true, "maste": true, "avtal": true, "avtalet": true, "supportavtal": true,
	"kommentar": true, "kommentaren": true, "anteckning": true, "flik": true, "fliken": true, "bilaga": true, "kolumn": true, "ansvar": true, "ansvaret": true, "verksamhet": true, "resp": true, "respektive": true, "rekrytering": true, "upphandling": true,
	"outsourcad": true, "outsourcat": true, "tillsatts": true, "tillsatt": true, "utses": true, "utsedd": true, "aktuellt": true, "aktuell": true, "bestamt": true, "bestams": true, "beslutas": true, "beslutat": true, "klart": true, "klar": true, "vet": true,
	"oklart": true, "oklar": true, "okant": true, "okand": true, "vakant": true, "vakans": true, "person": true, "personal": true, "konsulter": true, "leverantor": true, "leverantorer": true, "servicedesk": true, "helpdesk": true, "support": true, "drift": true,
	"jour": true, "kansli": true, "namnd": true, "forvaltning": true, "enhet": true, "avdelning": true, "grupp": true, "team": true, "xx": true, "xxx": true, "tbd": true, "tba": true, "nn": true, "diverse": true, "ovriga": true, "ovrigt": true, "varierar": true, "systemet": true}

// isSentence says that words are such as people write where nobody is named. A whole name
// may have one of them: "Alla Berg".
func isSentence(words []string) bool {
	low, known := 0, 0
	for i, w := range words {
		if i > 0 && w == strings.ToLower(w) && !particles[text.Fold(w)] {
			low++
		}
		if phrases[text.Fold(strings.TrimRight(w, "."))] {
			known++
		}
	}
	upper := words[0] != strings.ToLower(words[0])
	return known == len(words) || known > 0 && (low > 0 || !upper) || upper && len(words) > 2 && low == len(words)-1
}

// shared are the folded words of the addresses that several read.
var shared = map[string]bool{"info": true, "support": true, "servicedesk": true, "helpdesk": true, "registrator": true, "registratur": true, "diarium": true, "diariet": true, "kommun": true, "kommunen": true, "kansli": true,
	"kansliet": true, "kontakt": true, "kontaktcenter": true, "kundtjanst": true, "kundservice": true, "kundcenter": true, "medborgarservice": true, "reception": true, "vaxel": true, "vaxeln": true, "it": true, "itsupport": true, "hr": true, "ekonomi": true,
	"faktura": true, "fakturor": true, "order": true, "drift": true, "service": true, "admin": true, "noreply": true, "postmaster": true, "webmaster": true, "webb": true, "sales": true, "forsaljning": true, "systemforvaltning": true, "forvaltning": true,
	"avtal": true, "inkop": true, "upphandling": true, "personal": true, "lon": true, "jour": true, "beredskap": true, "felanmalan": true, "post": true, "mail": true, "mejl": true, "myndighetsbrevlada": true, "funktionsbrevlada": true,
	"edtjanst": true, "desk": true, "help": true, "team": true, "gruppen": true, "kontoret": true, "forvaltningen": true, "enheten": true, "avdelningen": true, "dataskydd": true, "dso": true, "gdpr": true}

// SharedAddress says that an address is read by several: "it-support@…", "info@…".
func SharedAddress(email string) bool {
	local, domain, _ := strings.Cut(strings.ToLower(email), "@")
	host, _, _ := strings.Cut(domain, ".")
	tokens := emailTokens(email)
	if len(tokens) == 0 || local == host {
		return true
	}
	for _, end := range []string{"support", "servicedesk", "helpdesk", "forvaltningen", "kommun", "kontoret", "enheten"} {
		if strings.HasSuffix(tokens[len(tokens)-1], end) {
			return true
		}
	}
	return shared[tokens[0]] || shared[tokens[len(tokens)-1]]
}
