package com.phonepay.infra.process;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs another main class and ends with its parent: standard input is a pipe that the parent holds, and the pipe
 * breaks when the parent is gone, however it went. A test's server therefore never outlives the test.
 */
public final class ParentWatch {

    private ParentWatch() {}

    /** The first argument names the main class, the others are its arguments. */
    public static void main(String[] args) throws ReflectiveOperationException {
        var watch = new Thread(ParentWatch::endWithParent, "parent-watch");
        watch.setDaemon(true);
        watch.start();
        var main = Class.forName(args[0]).getMethod("main", String[].class);
        try {
            main.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(args[0] + " failed to start", e.getCause());
        }
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // Nobody writes; the read returns when the pipe breaks.
            }
        } catch (IOException brokenPipe) {
            // The same news.
        }
        Runtime.getRuntime().halt(0);
    }
}
