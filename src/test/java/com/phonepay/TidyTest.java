package com.phonepay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The style of the house where a compiler can not see it: sizes, names, and what never stays in a file. */
final class TidyTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TEST = Path.of("src/test/java");
    private static final int FILE_LINES = 400;
    private static final int METHOD_LINES = 60;
    private static final int PACKAGE_DOC_LINES = 8;

    private static final Set<String> NOT_OURS =
            Set.of(".git", ".idea", ".vscode", "target", "node_modules", "dist", "data", "test-results");
    private static final int TEXT_MAX_BYTES = 1_000_000;

    /** Files that may sleep, each with the reason. Waiting for a condition is nearly always the better way. */
    private static final Map<String, String> SLEEPERS = Map.of(
            "src/test/java/com/phonepay/cluster/Eventually.java",
            "asks other processes again and again, and fails where the answer never comes");

    // The words are put together here so that this file does not hold them itself.
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
    private static final Pattern SLEEP =
            Pattern.compile("\\bThread\\.sleep\\(|\\bTimeUnit\\.\\w+\\.sleep\\(|\\bLockSupport\\.park");
    private static final Pattern EMPTY_NAME = Pattern.compile("\\w+(Impl|Manager|Helper|Utils?)");
    private static final Pattern OLD_JUNIT = Pattern.compile("import (static )?org\\.junit\\.(?!jupiter|platform)");
    private static final Pattern MACHINE_PATH = Pattern.compile("(?<![\\w./$}*-])/(work|root|home/\\w+)/");

    @Test
    void filesAreShort() {
        assertThat(offenders(file -> file.lines() > FILE_LINES)).isEmpty();
    }

    @Test
    void methodsFitOnAScreen() {
        List<String> tooLong = new ArrayList<>();
        for (JavaSource file : sources(MAIN, TEST)) {
            for (JavaSource.Method method : file.methods()) {
                if (method.lines() > METHOD_LINES) {
                    tooLong.add(file.name() + " " + method.name() + ": " + method.lines() + " lines");
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void nothingIsLeftUnfinished() {
        assertThat(offenders(file -> UNFINISHED.matcher(file.text()).find())).isEmpty();
    }

    @Test
    void nobodySleepsInTheHopeThatItIsEnough() {
        assertThat(offenders(file -> !SLEEPERS.containsKey(file.name())
                        && SLEEP.matcher(file.code()).find()))
                .isEmpty();
    }

    @Test
    void namesSaySomething() {
        assertThat(offenders(file -> file.types().stream()
                        .anyMatch(type -> EMPTY_NAME.matcher(type).matches())))
                .isEmpty();
    }

    @Test
    void testsAreWrittenForOneJUnit() {
        assertThat(offenders(file -> OLD_JUNIT.matcher(file.code()).find())).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() throws IOException {
        List<String> silent = new ArrayList<>();
        try (Stream<Path> folders = Files.walk(MAIN).filter(Files::isDirectory)) {
            for (Path folder : folders.filter(TidyTest::holdsJava).toList()) {
                Path info = folder.resolve("package-info.java");
                String text = Files.exists(info) ? read(info) : "";
                long docLines =
                        text.lines().takeWhile(line -> !line.startsWith("@")).count();
                if (!text.startsWith("/**") || !text.contains("@NullMarked") || docLines > PACKAGE_DOC_LINES) {
                    silent.add(info + " (documented in at most " + PACKAGE_DOC_LINES + " lines, and @NullMarked)");
                }
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void noTextNamesAPlaceOnSomebodysMachine() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : textFiles()) {
            int number = 0;
            for (String line : read(file).lines().toList()) {
                number++;
                if (MACHINE_PATH.matcher(line).find()) {
                    found.add(file + ":" + number);
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void measuresAMethodByItsBraces() {
        String body = "        if (a) { b(\"}\"); } // }\n".repeat(59);
        JavaSource file = new JavaSource(
                "Sample.java", "class Sample {\n    void m() throws IOException {\n" + body + "    }\n}\n");
        assertThat(file.methods()).containsExactly(new JavaSource.Method("m", 61));
        assertThat(file.types()).containsExactly("Sample");
    }

    @Test
    void looksPastCommentsAndLiterals() {
        String block = "\"\"\"\n" + "{ class Wrong { \\\"\"\"\n".repeat(10_000) + "\"\"\"";
        JavaSource file =
                new JavaSource("Sample.java", "class Sample { // class Comment {\n String s = " + block + "; }");
        assertThat(file.types()).containsExactly("Sample");
        assertThat(file.methods()).isEmpty();
        assertThat(new JavaSource("Open.java", "class Open {} // the end").types())
                .containsExactly("Open");
    }

    private static List<String> offenders(Predicate<JavaSource> offence) {
        return sources(MAIN, TEST).stream()
                .filter(offence)
                .map(JavaSource::name)
                .toList();
    }

    private static List<JavaSource> sources(Path... roots) {
        List<JavaSource> sources = new ArrayList<>();
        for (Path root : roots) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .sorted()
                        .forEach(file -> sources.add(new JavaSource(file.toString(), read(file))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        assertThat(sources).as("Java files found").isNotEmpty();
        return sources;
    }

    private static boolean holdsJava(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> textFiles() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(Path.of(""), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_OURS.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                boolean ours = !file.getFileName().toString().equals(".git");
                if (ours && attributes.isRegularFile() && attributes.size() <= TEXT_MAX_BYTES && isText(file)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private static boolean isText(Path file) throws IOException {
        for (byte b : Files.readAllBytes(file)) {
            if (b == 0) {
                return false;
            }
        }
        return true;
    }

    private static String read(Path file) {
        try {
            // Not Files.readString: a file that is not UTF-8 is still looked at.
            return new String(Files.readAllBytes(file), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
