// A program that does nothing but offer itself as Graphviz's child process, for the tests of it.
import EntenteDrawing

GraphvizWorker.runIfRequested()
print("ready")
