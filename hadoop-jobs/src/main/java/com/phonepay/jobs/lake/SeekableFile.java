package com.phonepay.jobs.lake;

import java.io.IOException;
import org.apache.avro.file.SeekableInput;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A file of Hadoop as Avro wants to see it. */
final class SeekableFile implements SeekableInput {
    private final FSDataInputStream stream;
    private final long length;

    private SeekableFile(FSDataInputStream stream, long length) {
        this.stream = stream;
        this.length = length;
    }

    static SeekableFile open(Configuration configuration, Path file) throws IOException {
        FileSystem files = file.getFileSystem(configuration);
        long length = files.getFileStatus(file).getLen();
        return new SeekableFile(files.open(file), length);
    }

    @Override
    public void seek(long position) throws IOException {
        stream.seek(position);
    }

    @Override
    public long tell() throws IOException {
        return stream.getPos();
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        return stream.read(bytes, offset, count);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
