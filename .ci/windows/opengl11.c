// Stands in for the OpenGL that Windows has without a graphics driver, as over a
// remote desktop: version 1.1, which makes contexts and can't draw our window.
#include <windows.h>

#define WGL __declspec(dllexport)

static int format;

WGL HGLRC WINAPI wglCreateContext(HDC dc) { return (HGLRC)(LONG_PTR)1; }
WGL BOOL WINAPI wglDeleteContext(HGLRC context) { return TRUE; }
WGL BOOL WINAPI wglMakeCurrent(HDC dc, HGLRC context) { return TRUE; }
WGL PROC WINAPI wglGetProcAddress(LPCSTR name) { return NULL; }
WGL BOOL WINAPI wglSwapBuffers(HDC dc) { return TRUE; }
WGL int WINAPI wglChoosePixelFormat(HDC dc, const PIXELFORMATDESCRIPTOR *wanted) { return wanted->nSize == sizeof *wanted; }
WGL int WINAPI wglGetPixelFormat(HDC dc) { return format; }
WGL BOOL WINAPI wglSetPixelFormat(HDC dc, int n, const PIXELFORMATDESCRIPTOR *wanted) { format = n; return TRUE; }
WGL int WINAPI wglDescribePixelFormat(HDC dc, int n, UINT size, PIXELFORMATDESCRIPTOR *told) { return 1; }

WGL const unsigned char *WINAPI glGetString(unsigned what) {
	return (const unsigned char *)(what == 0x1F02 ? "1.1.0" : what == 0x1F01 ? "GDI Generic" : "");
}
