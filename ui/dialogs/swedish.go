package dialogs

import "fyne.io/fyne/v2/lang"

// UseSwedish makes the toolkit's own texts, such as a text field's menu,
// Swedish whatever the system's language is. Call it once, before the first
// window.
func UseSwedish() error {
	return lang.AddTranslationsForLocale([]byte(swedish), lang.SystemLocale())
}

const swedish = `{
"Advanced": "Avancerat", "Cancel": "Avbryt", "Confirm": "Bekräfta", "Copy": "Kopiera", "Create Folder": "Skapa mapp",
"Cut": "Klipp ut", "Enter filename": "Skriv filnamn", "Error": "Fel", "Favourites": "Favoriter", "File": "Fil",
"Folder": "Mapp", "New Folder": "Ny mapp", "No": "Nej", "OK": "OK", "Open": "Öppna", "Paste": "Klistra in",
"Quit": "Avsluta", "Redo": "Gör om", "Save": "Spara", "Select all": "Markera allt", "Show Hidden Files": "Visa dolda filer",
"Undo": "Ångra", "Yes": "Ja", "file.name": {"other": "Namn"}, "file.parent": {"other": "Överordnad"},
"friday": "fredag", "friday.short": "fr", "monday": "måndag", "monday.short": "må", "saturday": "lördag", "saturday.short": "lö",
"sunday": "söndag", "sunday.short": "sö", "thursday": "torsdag", "thursday.short": "to", "tuesday": "tisdag", "tuesday.short": "ti",
"wednesday": "onsdag", "wednesday.short": "on"
}`
