package com.phonepay.infra.launcher;

import com.phonepay.infra.Layout;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * The built classes as a jar of the cluster's own. A running cluster must not see the classes change under it when
 * somebody builds again, and the archive that makes a JVM start faster accepts jars only.
 */
final class AppJar {

    private AppJar() {}

    /** Packs target/classes and returns the jar; the same classes always give the same file. */
    static Path pack(Layout layout) throws IOException {
        var classes = layout.project().resolve("target/classes");
        var directory = layout.run().resolve("app");
        Files.createDirectories(directory);
        var fresh = Files.createTempFile(directory, "phonepay", ".new");
        long checksum = write(classes, fresh);
        var jar = directory.resolve("phonepay-" + Long.toHexString(checksum) + ".jar");
        if (Files.exists(jar)) {
            Files.delete(fresh);
        } else {
            Files.move(fresh, jar, StandardCopyOption.ATOMIC_MOVE);
        }
        return jar;
    }

    private static long write(Path classes, Path jar) throws IOException {
        var checksum = new CRC32();
        try (var out = new JarOutputStream(new CheckedOutputStream(Files.newOutputStream(jar), checksum))) {
            out.setLevel(1);
            for (var file : files(classes)) {
                add(classes, file, out);
            }
        }
        return checksum.getValue();
    }

    private static List<Path> files(Path classes) throws IOException {
        try (var files = Files.walk(classes)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void add(Path classes, Path file, JarOutputStream out) throws IOException {
        var entry = new JarEntry(classes.relativize(file).toString().replace('\\', '/'));
        entry.setLastModifiedTime(FileTime.fromMillis(0));
        out.putNextEntry(entry);
        Files.copy(file, (OutputStream) out);
        out.closeEntry();
    }
}
