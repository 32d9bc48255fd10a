package com.phonepay.worker.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A folder of a file system that several nodes may share. A file gets its name by a hard link, which fails where the
 * name is taken: a plain rename would write over what another node has just landed.
 */
public final class LocalLanding implements Landing {
    private static final String DRAFTS = "_tmp";

    private final Path root;
    private final String owner;
    private final Consumer<LandingStep> passed;

    /**
     * @param owner of drafts; those that an earlier run of it left behind are removed
     * @param passed told of each step
     */
    public LocalLanding(Path root, String owner, Consumer<LandingStep> passed) throws IOException {
        this.root = root.toAbsolutePath().normalize();
        this.owner = owner;
        this.passed = passed;
        Path drafts = Files.createDirectories(this.root.resolve(DRAFTS));
        try (Stream<Path> left = Files.list(drafts)) {
            for (Path draft : left.filter(this::isOwn).toList()) {
                Files.deleteIfExists(draft);
            }
        }
    }

    private boolean isOwn(Path draft) {
        return String.valueOf(draft.getFileName()).startsWith(owner + "+");
    }

    @Override
    public List<String> names(String topic) throws IOException {
        List<String> names = new ArrayList<>();
        for (Path day : children(root.resolve(topic))) {
            for (Path file : children(day)) {
                names.add(topic + "/" + day.getFileName() + "/" + file.getFileName());
            }
        }
        return names;
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        } catch (NoSuchFileException | NotDirectoryException none) {
            return List.of();
        }
    }

    @Override
    public InputStream open(String name) throws IOException {
        return Files.newInputStream(root.resolve(name));
    }

    @Override
    public boolean land(String name, byte[] content) throws IOException {
        Path draft = root.resolve(DRAFTS).resolve(owner + "+" + UUID.randomUUID());
        Path target = root.resolve(name);
        boolean isFirst;
        try {
            write(draft, content);
            isFirst = name(draft, target);
        } catch (IOException failure) {
            remove(draft, failure);
            throw failure;
        }
        Files.deleteIfExists(draft);
        passed.accept(LandingStep.ENDED);
        return isFirst;
    }

    private void write(Path draft, byte[] content) throws IOException {
        try (FileChannel file = FileChannel.open(draft, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            passed.accept(LandingStep.DRAFTED);
            int half = content.length / 2;
            write(file, ByteBuffer.wrap(content, 0, half));
            passed.accept(LandingStep.HALF_WRITTEN);
            write(file, ByteBuffer.wrap(content, half, content.length - half));
            passed.accept(LandingStep.WRITTEN);
            file.force(true);
            passed.accept(LandingStep.KEPT);
        }
    }

    private static void write(FileChannel file, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    private boolean name(Path draft, Path target) throws IOException {
        Path day = target.resolveSibling(".").normalize();
        Files.createDirectories(day);
        passed.accept(LandingStep.FOLDER_MADE);
        boolean isFirst = link(draft, target);
        // A name is an entry of its folder, and a folder one of the folder above: without these the power may go, and
        // a later file be there while this one is not.
        for (Path folder = day;
                folder.startsWith(root);
                folder = folder.resolve("..").normalize()) {
            force(folder);
        }
        if (isFirst) {
            passed.accept(LandingStep.NAMED);
        }
        return isFirst;
    }

    private static boolean link(Path draft, Path target) throws IOException {
        try {
            Files.createLink(target, draft);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        }
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }

    private static void remove(Path draft, IOException failure) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException another) {
            failure.addSuppressed(another);
        }
    }
}
