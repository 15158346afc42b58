package desktop

import (
	"os"

	"github.com/go-gl/glfw/v3.4/glfw"

	"itportfoljen/app/base/fault"
)

// Probe tries whether a window can be shown: that there is a desktop that
// answers, and that it draws with OpenGL 2.1. The toolkit would end in a panic.
func Probe() error {
	if os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return fault.New(fault.Usage, "IT-portföljen behöver ett skrivbord att visa sitt fönster på, men varken DISPLAY eller WAYLAND_DISPLAY är satt. Inga filer har rörts. Starta programmet från skrivbordet, eller använd kommandot itpctl, som klarar sig utan.")
	}
	if err := glfw.Init(); err != nil {
		return fault.Wrap(fault.Usage, "Skrivbordet svarar inte, så IT-portföljen kan inte visa sitt fönster. Inga filer har rörts. Kontrollera DISPLAY eller WAYLAND_DISPLAY ("+display()+") och att du får använda det skrivbordet, eller använd kommandot itpctl.", err)
	}
	defer glfw.Terminate()
	glfw.WindowHint(glfw.Visible, glfw.False)
	glfw.WindowHint(glfw.ContextVersionMajor, 2)
	glfw.WindowHint(glfw.ContextVersionMinor, 1)
	w, err := glfw.CreateWindow(16, 16, "", nil, nil)
	if err != nil {
		return fault.Wrap(fault.Usage, "Datorns grafik saknar OpenGL 2.1, som IT-portföljen ritar sitt fönster med. Inga filer har rörts. Installera grafikkortets drivrutin eller Mesa (paketet libgl1-mesa-dri), eller använd kommandot itpctl.", err)
	}
	w.Destroy()
	return nil
}

// display is the desktop that was tried.
func display() string {
	if s := os.Getenv("WAYLAND_DISPLAY"); s != "" {
		return s
	}
	return os.Getenv("DISPLAY")
}
