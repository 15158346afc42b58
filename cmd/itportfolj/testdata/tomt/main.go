// Tomt is a window with nothing but a field that has the keyboard: what the program's own
// window is measured against.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	w := app.NewWithID("se.itportfoljen.tomt").NewWindow("Tomt")
	field := widget.NewEntry()
	w.SetContent(field)
	w.Resize(fyne.NewSize(1366, 768))
	w.Show()
	w.Canvas().Focus(field)
	fyne.CurrentApp().Run()
}
