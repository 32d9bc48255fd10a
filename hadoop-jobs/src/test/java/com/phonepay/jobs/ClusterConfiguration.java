package com.phonepay.jobs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The four files of settings for a cluster on one machine, with ports that are free. */
record ClusterConfiguration(Path folder, URI nameNodeState, URI clusterMetrics) {

    static ClusterConfiguration write(Path folder, Path libraries) throws IOException {
        Path settings = Files.createDirectories(folder.resolve("conf"));
        String nameNodeHttp = address();
        String resourceManagerHttp = address();
        write(settings, "core", Map.of("fs.defaultFS", "hdfs://" + address(), "hadoop.tmp.dir", folder + "/tmp"));
        write(settings, "hdfs", hdfs(nameNodeHttp));
        write(settings, "yarn", yarn(folder, libraries, resourceManagerHttp));
        write(settings, "mapred", mapred(libraries));
        Files.copy(Path.of("..", "docker", "hadoop", "conf", "log4j.properties"), settings.resolve("log4j.properties"));
        return new ClusterConfiguration(
                settings,
                URI.create("http://" + nameNodeHttp + "/jmx?qry=Hadoop:service=NameNode,name=FSNamesystemState"),
                URI.create("http://" + resourceManagerHttp + "/ws/v1/cluster/metrics"));
    }

    private static Map<String, String> hdfs(String nameNodeHttp) throws IOException {
        return Map.of(
                "dfs.replication",
                "1",
                "dfs.namenode.http-address",
                nameNodeHttp,
                "dfs.datanode.address",
                address(),
                "dfs.datanode.http.address",
                address(),
                "dfs.datanode.ipc.address",
                address(),
                "dfs.datanode.hostname",
                "127.0.0.1",
                "dfs.namenode.datanode.registration.ip-hostname-check",
                "false");
    }

    private static Map<String, String> yarn(Path folder, Path libraries, String resourceManagerHttp)
            throws IOException {
        Map<String, String> yarn = new LinkedHashMap<>();
        yarn.put("yarn.resourcemanager.hostname", "127.0.0.1");
        yarn.put("yarn.resourcemanager.bind-host", "127.0.0.1");
        yarn.put("yarn.resourcemanager.address", address());
        yarn.put("yarn.resourcemanager.scheduler.address", address());
        yarn.put("yarn.resourcemanager.resource-tracker.address", address());
        yarn.put("yarn.resourcemanager.admin.address", address());
        yarn.put("yarn.resourcemanager.webapp.address", resourceManagerHttp);
        yarn.put("yarn.nodemanager.hostname", "127.0.0.1");
        yarn.put("yarn.nodemanager.bind-host", "127.0.0.1");
        yarn.put("yarn.nodemanager.address", address());
        yarn.put("yarn.nodemanager.localizer.address", address());
        yarn.put("yarn.nodemanager.collector-service.address", address());
        yarn.put("yarn.nodemanager.webapp.address", address());
        yarn.put("yarn.nodemanager.aux-services", "mapreduce_shuffle");
        yarn.put("yarn.nodemanager.resource.memory-mb", "4096");
        yarn.put("yarn.nodemanager.resource.cpu-vcores", "4");
        yarn.put("yarn.nodemanager.vmem-check-enabled", "false");
        yarn.put("yarn.nodemanager.disk-health-checker.enable", "false");
        yarn.put("yarn.nodemanager.log-dirs", folder + "/logs");
        yarn.put("yarn.scheduler.minimum-allocation-mb", "256");
        yarn.put("yarn.application.classpath", folder + "/conf," + libraries + "/*");
        return yarn;
    }

    private static Map<String, String> mapred(Path libraries) throws IOException {
        Map<String, String> mapred = new LinkedHashMap<>();
        mapred.put("mapreduce.framework.name", "yarn");
        mapred.put("mapreduce.shuffle.port", address().replaceAll(".*:", ""));
        mapred.put("yarn.app.mapreduce.am.resource.mb", "640");
        mapred.put("yarn.app.mapreduce.am.command-opts", "-Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        for (String task : new String[] {"map", "reduce"}) {
            mapred.put("mapreduce." + task + ".memory.mb", "512");
            mapred.put("mapreduce." + task + ".java.opts", "-Xmx384m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        }
        // What has one reducer runs inside its own master: starting containers takes longer than the work.
        mapred.put("mapreduce.job.ubertask.enable", "true");
        mapred.put("mapreduce.job.ubertask.maxbytes", "1073741824");
        mapred.put("mapreduce.application.classpath", libraries + "/*");
        return mapred;
    }

    private static String address() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "127.0.0.1:" + free.getLocalPort();
        }
    }

    private static void write(Path folder, String name, Map<String, String> settings) throws IOException {
        StringBuilder xml = new StringBuilder("<configuration>\n");
        settings.forEach((key, value) -> xml.append("  <property><name>")
                .append(key)
                .append("</name><value>")
                .append(value)
                .append("</value></property>\n"));
        Files.writeString(folder.resolve(name + "-site.xml"), xml.append("</configuration>\n"));
    }
}
