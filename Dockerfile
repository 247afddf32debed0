# Two images of one source: the node that stands alone, and the node of a cluster.
#   docker build --target server -t engagement-server .
#   docker build --target silo   -t engagement-silo   .

# The staff app. Nothing of Node.js gets further than this stage.
FROM --platform=$BUILDPLATFORM node:22-slim AS staff
WORKDIR /source/dashboards
COPY dashboards/package.json dashboards/package-lock.json ./
RUN npm ci --include=dev
COPY dashboards/ ./
COPY docs/openapi.json ../docs/
RUN npm run build

# What is published runs on any processor, so that this stage always runs on the builder's own.
FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS source
WORKDIR /source
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# Style and warnings are judged where changes are made. An image must also build with next year's SDK, which warns of more.
ENV LENIENT="-p:RunAnalyzers=false -p:TreatWarningsAsErrors=false"
# Project files alone first: packages are fetched again only when one of these has changed.
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY src/Engagement.Domain/*.csproj src/Engagement.Domain/
COPY src/Engagement.Journal/*.csproj src/Engagement.Journal/
COPY src/Engagement.Hosting/*.csproj src/Engagement.Hosting/
COPY src/Engagement.Server/*.csproj src/Engagement.Server/*.targets src/Engagement.Server/

FROM source AS publish-server
RUN dotnet restore src/Engagement.Server $LENIENT
COPY LICENSE ./
COPY src/ src/
COPY --from=staff /source/dashboards/dist dashboards/dist/
RUN dotnet publish src/Engagement.Server -c Release --no-restore $LENIENT -p:BuildStaffApp=false -p:UseAppHost=false -o /app

FROM source AS publish-silo
# Empty: the version that Directory.Packages.props names.
ARG OrleansVersion=
COPY silo/*.csproj silo/
RUN dotnet restore silo $LENIENT ${OrleansVersion:+-p:OrleansVersion=$OrleansVersion}
COPY LICENSE ./
COPY src/ src/
COPY silo/ silo/
COPY --from=staff /source/dashboards/dist dashboards/dist/
RUN dotnet publish silo -c Release --no-restore $LENIENT -p:BuildStaffApp=false -p:UseAppHost=false ${OrleansVersion:+-p:OrleansVersion=$OrleansVersion} -o /app

# The full image, not a chiselled one: the product needs ICU and time zones, the health check needs bash.
FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS runtime
# The runtime writes nothing but what the node writes: no diagnostics socket in /tmp, no profile in a home.
ENV DOTNET_EnableDiagnostics=0 \
    DOTNET_NOLOGO=1 \
    ASPNETCORE_HTTP_PORTS= \
    URLS=http://*:5080
COPY --chmod=755 deploy/ready /usr/local/bin/ready
# The folder of the keys of profiles belongs to the node also where a volume is put in its place.
RUN install -d -o $APP_UID -g $APP_UID -m 0700 /var/lib/engagement /var/lib/engagement/data /var/lib/engagement/data/profile-keys
WORKDIR /var/lib/engagement
USER $APP_UID
EXPOSE 5080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5s --timeout=4s --start-period=90s --retries=3 CMD ["/usr/local/bin/ready"]

FROM runtime AS server
COPY --from=publish-server /app /opt/engagement
VOLUME /var/lib/engagement
ENTRYPOINT ["dotnet", "/opt/engagement/Engagement.Server.dll"]

# Last, so that it is what a build without --target makes.
FROM runtime AS silo
ENV Engagement__Database=postgres
COPY --from=publish-silo /app /opt/engagement
EXPOSE 11111
ENTRYPOINT ["dotnet", "/opt/engagement/Engagement.Silo.dll"]
