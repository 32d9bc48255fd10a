package com.phonepay.worker.export;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.PrivilegedExceptionAction;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.security.UserGroupInformation;

/**
 * A folder of HDFS, by Hadoop's own client. A file is written as a draft, is on the disks when it is closed, and gets its
 * name by a rename, which the NameNode refuses where the name is taken. An answer that was lost fails the landing:
 * whoever exports then looks again which files are there.
 */
public final class HdfsLanding implements Landing {
    private static final String DRAFTS = "_tmp";

    private final FileContext files;
    private final Path root;
    private final String owner;
    private final Consumer<LandingStep> passed;

    /**
     * @param address {@code hdfs://host:port/folder}
     * @param user in whose name files are written
     * @param owner of drafts; those that an earlier run of it left behind are removed
     * @param passed told of each step
     */
    public HdfsLanding(URI address, String user, String owner, Consumer<LandingStep> passed) throws IOException {
        this.files = connect(address, user);
        this.root = new Path(address.getPath().isEmpty() ? "/" : address.getPath());
        this.owner = owner;
        this.passed = passed;
        makeFolder(new Path(root, DRAFTS));
        for (FileStatus draft : children(new Path(root, DRAFTS))) {
            if (draft.getPath().getName().startsWith(owner + "+")) {
                files.delete(draft.getPath(), false);
            }
        }
    }

    private static FileContext connect(URI address, String user) throws IOException {
        Configuration configuration = new Configuration();
        // The exporter itself waits and tries again, so a NameNode that is away need not be waited for at length here.
        configuration.setInt("ipc.client.connect.max.retries", 3);
        configuration.setInt("ipc.client.connect.max.retries.on.timeouts", 2);
        configuration.setInt("ipc.client.connect.timeout", 10_000);
        configuration.setInt("ipc.client.rpc-timeout.ms", 60_000);
        URI fileSystem = URI.create(address.getScheme() + "://" + address.getAuthority());
        try {
            return UserGroupInformation.createRemoteUser(user).doAs((PrivilegedExceptionAction<FileContext>)
                    () -> FileContext.getFileContext(fileSystem, configuration));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    @Override
    public List<String> names(String topic) throws IOException {
        List<String> names = new ArrayList<>();
        for (FileStatus day : children(new Path(root, topic))) {
            if (day.isDirectory()) {
                for (FileStatus file : children(day.getPath())) {
                    names.add(topic + "/" + day.getPath().getName() + "/"
                            + file.getPath().getName());
                }
            }
        }
        return names;
    }

    /** None where there is no such folder. */
    private List<FileStatus> children(Path folder) throws IOException {
        List<FileStatus> children = new ArrayList<>();
        try {
            RemoteIterator<FileStatus> found = files.listStatus(folder);
            while (found.hasNext()) {
                children.add(found.next());
            }
        } catch (FileNotFoundException none) {
            return List.of();
        }
        return children;
    }

    @Override
    public InputStream open(String name) throws IOException {
        return files.open(new Path(root, name));
    }

    @Override
    public boolean land(String name, byte[] content) throws IOException {
        Path draft = new Path(new Path(root, DRAFTS), owner + "+" + UUID.randomUUID());
        boolean isFirst;
        try {
            write(draft, content);
            isFirst = name(draft, new Path(root, name));
        } catch (IOException failure) {
            remove(draft, failure);
            throw failure;
        }
        if (!isFirst) {
            files.delete(draft, false);
        }
        passed.accept(LandingStep.ENDED);
        return isFirst;
    }

    private void write(Path draft, byte[] content) throws IOException {
        // Without SYNC_BLOCK a closed file is in the memory of its DataNodes alone.
        EnumSet<CreateFlag> how = EnumSet.of(CreateFlag.CREATE, CreateFlag.SYNC_BLOCK);
        try (FSDataOutputStream out = files.create(draft, how, Options.CreateOpts.donotCreateParent())) {
            passed.accept(LandingStep.DRAFTED);
            int half = content.length / 2;
            out.write(content, 0, half);
            passed.accept(LandingStep.HALF_WRITTEN);
            out.write(content, half, content.length - half);
            passed.accept(LandingStep.WRITTEN);
        }
        passed.accept(LandingStep.KEPT);
    }

    private boolean name(Path draft, Path target) throws IOException {
        makeFolder(target.getParent());
        passed.accept(LandingStep.FOLDER_MADE);
        try {
            files.rename(draft, target);
            passed.accept(LandingStep.NAMED);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        }
    }

    private void makeFolder(Path folder) throws IOException {
        files.mkdir(folder, FsPermission.getDirDefault(), true);
    }

    /** Where it has its name by now, there is no draft to remove. */
    private void remove(Path draft, IOException failure) {
        try {
            files.delete(draft, false);
        } catch (IOException another) {
            failure.addSuppressed(another);
        }
    }
}
