#!/usr/bin/env bash
# Starts one daemon of Hadoop, the file system shell, or a job: hadoop jar /opt/hadoop/hadoop-jobs.jar NAME --in /lake
set -euo pipefail
run() { exec java -Xmx"${HADOOP_HEAP:-384m}" -cp "$HADOOP_CONF_DIR:/opt/hadoop/lib/*" "$@"; }
command=${1:-version}
shift || true
case $command in
    namenode)
        if ! [[ -d /var/lib/hadoop/dfs/name/current ]]; then
            java -Xmx256m -cp "$HADOOP_CONF_DIR:/opt/hadoop/lib/*" \
                org.apache.hadoop.hdfs.server.namenode.NameNode -format -nonInteractive
        fi
        run org.apache.hadoop.hdfs.server.namenode.NameNode
        ;;
    datanode) run org.apache.hadoop.hdfs.server.datanode.DataNode ;;
    resourcemanager) run org.apache.hadoop.yarn.server.resourcemanager.ResourceManager ;;
    nodemanager) run org.apache.hadoop.yarn.server.nodemanager.NodeManager ;;
    fs) run org.apache.hadoop.fs.FsShell "$@" ;;
    jar) run org.apache.hadoop.util.RunJar "$@" ;;
    version) run org.apache.hadoop.util.VersionInfo ;;
    *) echo "There is no $command here." >&2; exit 2 ;;
esac
