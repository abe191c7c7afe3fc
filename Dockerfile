# Builds the tool, and holds it: docker run --rm -v "$PWD:/vault" transformers build notes
# .NET 10's images stand on Ubuntu; Debian's have ended with .NET 9.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/Transformers.Cli --configuration Release --output /tool

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# The history of a vault tells when each entry came. The folder is another user's, whom git would not trust.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends git \
    && rm -rf /var/lib/apt/lists/* \
    && git config --system --add safe.directory '*'
COPY --from=build /tool /tool
WORKDIR /vault
EXPOSE 8080
ENTRYPOINT ["/tool/Transformers.Cli"]
CMD ["--help"]
