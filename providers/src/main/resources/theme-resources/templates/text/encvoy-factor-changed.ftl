<#ftl output_format="plainText">
<#import "encvoy-circumstances.ftl" as circumstances>
<#assign done=administrator?then("withdrawn", change) name=msg("encvoyMail.factor." + factor)>
${msg("encvoyMail.factor-changed." + done, name)}

<@circumstances.of advice=msg("encvoyMail.factor-changed.advice")/>
