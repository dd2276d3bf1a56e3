# Builds and runs ConflictBot. See docs/operations.md.

# The build needs the SDK and, for the Web Chat control, npm.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
RUN apt-get update && apt-get install -y --no-install-recommends npm && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN dotnet publish src/ConflictBot -c Release -o /app

# Nothing but the runtime and the program; the account of the base image, which is not root, owns only the data.
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
RUN mkdir /data && chown "$APP_UID" /data
USER $APP_UID
ENV Urls=http://+:3978 \
    Data__Directory=/data \
    DOTNET_EnableDiagnostics=0
EXPOSE 3978
VOLUME /data

# The image has no curl: bash opens the connection itself.
HEALTHCHECK --interval=30s --timeout=3s --start-period=20s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/3978 && printf 'GET /healthz HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && grep -q alive <&3"]

STOPSIGNAL SIGTERM
ENTRYPOINT ["dotnet", "ConflictBot.dll"]
CMD ["serve"]
