# The image of every service, of the gateway and of standalone; MODULE says which:
#
#     ./mlmath images
#
# or, after `mvn package`, docker build --build-arg MODULE=linalg-service -t mlmath/linalg-service:local .
#
# The jars are built outside: Maven's cache is there, one build serves all images, and no image needs Maven or a compiler.

FROM docker.io/library/eclipse-temurin:25-jre AS parts
ARG MODULE
COPY ${MODULE}/target/quarkus-app /built
# Apart, by how often they change: native libraries (unpacked, since a read-only container cannot), other people's jars, our libraries,
# the module itself. One date for every jar, so that the layer of what has not changed is the same bytes whenever it is built.
RUN set -eu; cd /built; \
    java --enable-native-access=ALL-UNNAMED -cp '/built/lib/main/*:/built/app/*' org.mlmath.numerics.linear.OpenBlasLibrary /natives; \
    mkdir -p /theirs /ours/lib/main /module; \
    mv lib/main/org.mlmath.*.jar /ours/lib/main; \
    mv app quarkus quarkus-run.jar /module; \
    mv lib /theirs; \
    find /theirs /ours /module -exec touch -d 2026-01-01T00:00:00Z {} +

FROM docker.io/library/eclipse-temurin:25-jre
WORKDIR /opt/mlmath

COPY --from=parts /natives natives
COPY --from=parts /theirs .
COPY images/jvm.options .
COPY --from=parts /ours .
COPY --from=parts /module .

# The same port in every image. Few arenas: the C library otherwise makes up to eight per core and gives little back from each.
ENV QUARKUS_HTTP_PORT=8080 \
    MLMATH_NATIVE_DIRECTORY=/opt/mlmath/natives \
    MALLOC_ARENA_MAX=2

# The cache with which a start takes one second instead of three. Here, after the last COPY, since it is bound to the times of the jars.
# It changes with the code and is the largest part of what does (some 20 MB compressed): TRAINING=0 leaves it out.
ARG TRAINING=10
RUN set -eu; \
    if [ "$TRAINING" -gt 0 ]; then \
        java -cp 'lib/main/*:app/*' org.mlmath.kit.training.Training /opt/mlmath/app.aot "$TRAINING" \
            java @jvm.options -jar /opt/mlmath/quarkus-run.jar; \
        echo '-XX:AOTCache=/opt/mlmath/app.aot' >> jvm.options; \
    fi; \
    rm -rf /tmp/*

# Last, since they are other ones each time.
ARG MODULE
ARG VERSION=unknown
ARG REVISION=unknown
LABEL org.opencontainers.image.title="mlmath ${MODULE}" \
      org.opencontainers.image.description="The mathematics of machine learning as an HTTP API" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.base.name="docker.io/library/eclipse-temurin:25-jre"

EXPOSE 8080 9000
USER 10001:10001
ENTRYPOINT ["java", "@/opt/mlmath/jvm.options"]
CMD ["-jar", "/opt/mlmath/quarkus-run.jar"]
