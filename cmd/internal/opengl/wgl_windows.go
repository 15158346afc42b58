package opengl

// The import library would bind the program to the computer's opengl32.dll
// before main. With this in its place nothing is bound until the toolkit asks,
// which then gets the one that Prepare chose.

/*
#include <windows.h>

static PROC WINAPI find(LPCSTR name) {
	static PROC(WINAPI *real)(LPCSTR);
	if (!real) {
		HMODULE opengl = GetModuleHandleA("opengl32.dll");
		if (opengl) real = (PROC(WINAPI *)(LPCSTR))GetProcAddress(opengl, "wglGetProcAddress");
	}
	return real ? real(name) : NULL;
}

PROC(WINAPI *__imp_wglGetProcAddress)(LPCSTR) = find;
*/
import "C"
