using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace Restaurant.Infrastructure.Settings;

/// <summary>Encrypts the key ring's elements with the master key (AES-256-GCM).</summary>
internal sealed class KeyRingEncryption(MasterKey key) : IXmlEncryptor
{
    internal const string Element = "sealed";

    /// <exception cref="CryptographicException">It was sealed with another key.</exception>
    internal static XElement Open(XElement element, MasterKey key)
    {
        var all = Convert.FromBase64String(element.Value).AsSpan();
        var (nonceSize, tagSize) = (AesGcm.NonceByteSizes.MaxSize, AesGcm.TagByteSizes.MaxSize);
        var cipher = all[(nonceSize + tagSize)..];
        var plain = new byte[cipher.Length];
        using var aes = new AesGcm(key.Value, tagSize);
        aes.Decrypt(all[..nonceSize], cipher, all.Slice(nonceSize, tagSize), plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var nonce = RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize);
        var (cipher, tag) = (new byte[plain.Length], new byte[AesGcm.TagByteSizes.MaxSize]);
        using var aes = new AesGcm(key.Value, tag.Length);
        aes.Encrypt(nonce, plain, cipher, tag);
        return new(new XElement(Element, Convert.ToBase64String([.. nonce, .. tag, .. cipher])), typeof(KeyRingDecryption));
    }
}

/// <summary>Its name stands in the key ring, and the key ring makes it: hence the provider.</summary>
internal sealed class KeyRingDecryption(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => KeyRingEncryption.Open(encryptedElement, services.GetRequiredService<MasterKey>());
}
