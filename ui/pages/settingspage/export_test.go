package settingspage

// ReadLogo is readLogo.
var ReadLogo = readLogo
