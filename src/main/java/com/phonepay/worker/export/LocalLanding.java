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
import java.util.stream.Stream;

/**
 * A folder of a file system that several nodes may share. A file gets its name by a hard link, which fails where the
 * name is taken: a plain rename would write over what another node has just landed.
 */
public final class LocalLanding implements Landing {
    private static final String DRAFTS = "_tmp";

    private final Path root;
    private final String owner;

    /** @param owner of drafts; those that an earlier run of it left behind are removed */
    public LocalLanding(Path root, String owner) throws IOException {
        this.root = root;
        this.owner = owner;
        Path drafts = Files.createDirectories(root.resolve(DRAFTS));
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
        Files.createDirectories(target.resolveSibling("."));
        try {
            write(draft, content);
            Files.createLink(target, draft);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void write(Path draft, byte[] content) throws IOException {
        try (FileChannel file = FileChannel.open(draft, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
    }
}
